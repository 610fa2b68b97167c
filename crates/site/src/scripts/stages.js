// Marks in the drawing of Japan's role the steps that the paragraph in the middle of the window tells of.

{
  const steps = document.querySelectorAll(".steps rect");

  // One paragraph at most crosses a line above the middle of the window.
  const observer = new IntersectionObserver(
    (entries) => {
      // What leaves comes before what enters, which decides.
      entries.sort((one, other) => one.isIntersecting - other.isIntersecting);
      for (const { isIntersecting, target } of entries) {
        const { from, until } = target.dataset;
        target.toggleAttribute("data-told", isIntersecting);
        for (const step of steps) {
          const { at } = step.dataset;
          step.toggleAttribute("data-told", isIntersecting && from <= at && at <= until);
        }
      }
    },
    { rootMargin: "-45% 0px -54%" },
  );
  for (const stage of document.querySelectorAll(".stages li")) observer.observe(stage);
}
