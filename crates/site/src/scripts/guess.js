// Shows a guess while it is made, and marks it beside the result.

{
  const section = document.querySelector(".guess");
  const slider = section.querySelector("input");
  const [shown, told] = section.querySelectorAll("output");
  const mark = section.querySelector(".said");
  const words = mark.querySelector("text");

  slider.addEventListener("input", () => {
    const { value, max } = slider;
    const place = value / max;
    shown.value = value;
    mark.setAttribute("x", `${place * 100}%`);
    words.textContent = mark.dataset.said.replace("{n}", value);
    // At the ends of the bar the words stand within it.
    words.setAttribute("text-anchor", place < 0.2 ? "start" : place > 0.8 ? "end" : "middle");
  });

  // Screen readers say what changes while it is in sight.
  section.querySelector("details").addEventListener("toggle", () => {
    if (shown.value) told.value = told.dataset.result.replace("{n}", shown.value);
  });
}
