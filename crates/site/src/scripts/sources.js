// Opens the source of a citation where the citation stands. Where browsers know no popovers, the citation leads to the list.

{
  const box = document.querySelector("#cited");

  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("[role=doc-noteref]");
    if (box.contains(event.target) && event.target.closest("a[href^='#']")) box.hidePopover();
    if (!mark || !box.showPopover || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;

    // Three marks and more are folded into the first, which opens all of them.
    const marks = mark.matches("[data-more]") ? [...mark.parentNode.children] : [mark];
    const entries = marks.map(({ hash }) => document.querySelector(hash));
    if (entries.includes(null)) return;

    event.preventDefault();
    box.replaceChildren(
      ...entries.map((entry) => {
        const copy = document.createElement("div");
        copy.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
        const rests = copy.querySelector("small");
        rests.textContent = box.dataset.rests.replace("{n}", rests.querySelectorAll("a").length);
        return copy;
      }),
    );
    box.showPopover({ source: mark });
    box.focus({ preventScroll: true });
  });
}
