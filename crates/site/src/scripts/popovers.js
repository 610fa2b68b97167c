// Opens a popover beside a citation, a term, a mark or a name. The popover shows the target of the link: the sources,
// the definition, the quotation or the case. In browsers without popovers, the link leads to the target.

{
  const cited = document.querySelector("#cited");
  const label = cited?.ariaLabel;

  // Copies the sources of a citation, or the quotations of a mark, into the shared popover `#cited`. Returns the
  // popover. Returns null if the popover or a target is not on the page.
  const copies = (link) => {
    // If a citation has three or more sources, only its first number is visible. This number opens
    // all of the sources.
    const links = link.matches("[data-more]") ? [...link.parentNode.children] : [link];
    const { opens } = link.dataset;
    const ids = opens ? opens.split(" ") : links.map(({ hash }) => hash.slice(1));
    const entries = ids.map((id) => document.getElementById(id));
    if (!cited || entries.includes(null)) return null;
    cited.ariaLabel = opens ? link.textContent : label;
    cited.replaceChildren(
      ...entries.map((entry) => {
        const copy = document.createElement("div");
        copy.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
        if (!opens) {
          const rests = copy.querySelector("small") ?? copy.appendChild(document.createElement("small"));
          const marks = document.querySelectorAll(`[role=doc-noteref][href="#${entry.id}"]`);
          rests.textContent = cited.dataset.rests.replace("{n}", marks.length);
        }
        return copy;
      }),
    );
    return cited;
  };

  // Places the popover below the link, or above the link if there is no room below. If there is no room in either place,
  // puts the popover at the bottom of the window. If the style sheet puts the popover into the margin, places it beside
  // the link.
  const place = (box, link) => {
    const at = link.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    box.style.setProperty("--x", `${Math.max(12, Math.min(at.left, clientWidth - box.offsetWidth - 12))}px`);
    const { left, height } = box.getBoundingClientRect();
    const above = at.top - height - 6;
    const below = at.bottom + 6;
    const lowest = innerHeight - height - 12;
    const inMargin = left > at.right;
    const top = inMargin ? at.top : below > lowest && above > 0 ? above : below;
    box.style.setProperty("--y", `${Math.max(Math.min(top, lowest), 12) + scrollY}px`);
  };

  // If the reader presses outside an open popover, the browser closes the popover before the click event. If the press
  // was on the popover's own link, the click must not open the popover again.
  let opened;
  let by;
  let closes = false;
  document.addEventListener(
    "pointerdown",
    ({ target }) => {
      closes = opened?.matches(":popover-open") && by.contains(target);
    },
    true,
  );

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    const around = link?.closest("[popover]");
    if (around?.hidePopover && link.hash) around.hidePopover();
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;

    let box;
    if (link.dataset.box) box = document.getElementById(link.dataset.box);
    else if (link.matches(".term")) box = document.querySelector(link.hash.replace("term", "word"));
    else if (link.matches("[role=doc-noteref], [data-opens]")) box = copies(link);
    if (!box?.showPopover) return;

    event.preventDefault();
    const isOpen = box.matches(":popover-open");
    if (isOpen) box.hidePopover();
    if (link == by && (isOpen || closes)) {
      closes = false;
      return;
    }
    opened = box;
    by = link;
    box.showPopover({ source: link });
    place(box, link);
    box.focus({ preventScroll: true });
  });
}
