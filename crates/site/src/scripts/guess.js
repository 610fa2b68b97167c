// Shows the reader's guess while the slider moves, and marks it beside the result.

{
  const section = document.querySelector(".guess");
  const slider = section.querySelector("input");
  const [shown, result] = section.querySelectorAll("output");
  const mark = section.querySelector(".own-guess");
  const words = mark.querySelector("text");

  slider.addEventListener("input", () => {
    const { value, max } = slider;
    const place = value / max;
    shown.value = value;
    mark.setAttribute("x", `${place * 100}%`);
    words.textContent = mark.dataset.words.replace("{n}", value);
    // Near the ends of the bar, the text is aligned so that it stays within the bar.
    words.setAttribute("text-anchor", place < 0.2 ? "start" : place > 0.8 ? "end" : "middle");
  });

  // Screen readers announce a change only in a visible element. So the script writes the result
  // when the reader opens the answer, not while the slider moves.
  section.querySelector("details").addEventListener("toggle", () => {
    if (mark.hasAttribute("x")) result.value = result.dataset.result.replace("{n}", shown.value);
  });
}
