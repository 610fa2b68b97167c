// Applies a chosen depth or year. Cards are <details>, which need no script.
const press = (name, button) => {
  for (const other of document.querySelectorAll(`[data-${name}]`)) {
    other.setAttribute("aria-pressed", other === button);
  }
};
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.depth) {
    press("depth", button);
    const depth = button.dataset.depth;
    for (const text of document.querySelectorAll(".text")) text.hidden = depth === "brief";
    for (const card of document.querySelectorAll("details")) card.open = depth === "everything";
  }
  if (button?.dataset.year) {
    press("year", button);
    for (const told of document.querySelectorAll(".told > *")) told.hidden = told.id !== `in-${button.dataset.year}`;
    for (const bar of document.querySelectorAll("[data-of]")) {
      bar.classList.toggle("chosen", bar.dataset.of === button.dataset.year);
    }
  }
});
