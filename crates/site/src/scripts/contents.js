// Marks the current section in the table of contents.

{
  const nav = document.querySelector(".contents");
  const list = nav.querySelector("ol");
  const links = [...list.querySelectorAll("a")];
  const here = nav.querySelector(".here");

  // The current section is the one that crosses a line at 30 per cent of the window's height.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const link = links.find(({ hash }) => hash == `#${target.id}`);
        if (isIntersecting) {
          for (const other of links) other.removeAttribute("aria-current");
          link.setAttribute("aria-current", "true");
          here.textContent = link.textContent;
        }
      }
    },
    { rootMargin: "-30% 0px -69%" },
  );
  for (const { hash } of links) {
    const place = document.querySelector(hash);
    if (place) observer.observe(place);
  }

  // Without `blur()`, the browser would move the focus back to the button when the popover closes. The focus must move
  // to the section that the reader has chosen.
  list.addEventListener("click", () => {
    if (!list.hidePopover || !list.matches(":popover-open")) return;
    document.activeElement.blur();
    list.hidePopover();
  });
}
