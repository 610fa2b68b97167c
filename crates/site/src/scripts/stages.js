// Marks the steps in the drawing of Japan's role that belong to the paragraph in the middle of the window.

{
  const stages = [...document.querySelectorAll(".stages li")];

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) target.toggleAttribute("data-told", isIntersecting);
      // If two paragraphs are in the middle of the window, the lower one counts.
      const { from, until } = stages.filter((stage) => stage.matches("[data-told]")).pop()?.dataset ?? {};
      for (const step of document.querySelectorAll(".steps rect")) {
        const { at } = step.dataset;
        step.toggleAttribute("data-told", from <= at && at <= until);
      }
    },
    { rootMargin: "-45% 0px -54%" },
  );
  for (const stage of stages) observer.observe(stage);
}
