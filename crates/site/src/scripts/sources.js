// Opens the source of a citation where the citation stands, and the words behind a mark where the mark stands. Where browsers
// know no popovers, both lead to their place on the page.

{
  const box = document.querySelector("#cited");
  const { ariaLabel } = box;

  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("[role=doc-noteref], [data-opens]");
    if (box.contains(event.target) && event.target.closest("a[href^='#']")) box.hidePopover();
    if (!mark || !box.showPopover || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;

    // Three citations and more are folded into the first, which opens all of them.
    const marks = mark.matches("[data-more]") ? [...mark.parentNode.children] : [mark];
    const { opens } = mark.dataset;
    const ids = opens ? opens.split(" ") : marks.map(({ hash }) => hash.slice(1));
    const entries = ids.map((id) => document.getElementById(id));
    if (entries.includes(null)) return;

    event.preventDefault();
    box.ariaLabel = opens ? mark.textContent : ariaLabel;
    box.replaceChildren(
      ...entries.map((entry) => {
        const copy = document.createElement("div");
        copy.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
        const rests = copy.querySelector("small");
        if (rests) rests.textContent = box.dataset.rests.replace("{n}", rests.querySelectorAll("a").length);
        return copy;
      }),
    );
    box.showPopover({ source: mark });
    box.focus({ preventScroll: true });
  });
}
