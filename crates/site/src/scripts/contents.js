// Marks in the contents where the reader is.

{
  const nav = document.querySelector(".contents");
  const list = nav.querySelector("ol");
  const links = [...list.querySelectorAll("a")];
  const here = nav.querySelector(".here");

  // What crosses a line in the upper third of the window is being read.
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

  // The focus goes on from the place that was chosen, not from the button. Browsers without popovers have the list open.
  list.addEventListener("click", () => {
    if (!list.hidePopover || !list.matches(":popover-open")) return;
    document.activeElement.blur();
    list.hidePopover();
  });
}
