// Applies the depth, the year, the open cards and the fragment of the address before the app starts. Also implements
// scroll anchoring for browsers without it.
//
// The build replaces `LONGEST_VALUE` with a number. The app ignores a parameter whose value is longer. This script
// ignores such a value of `open`, too.

{
  const query = new URLSearchParams(location.search);

  // Mail programs may damage an address: they write "=3D" for "=" and "&amp;" for "&", or add punctuation to the end.
  const asked = (name) => (query.get(name) ?? query.get(`amp;${name}`) ?? "").replace(/^3D|[^\w-]+$/g, "");

  for (const input of document.querySelectorAll("[name=depth], [name=year]")) {
    if (input.value == asked(input.name)) input.checked = input.dataset.asked = true;
  }

  // Opens the page that has the element with the id `place`. Fails if no page has it.
  const forward = async (place) => {
    const { edition } = document.querySelector("#search").dataset;
    const pages = await (await fetch(`${edition}places.json`)).json();
    const page = Object.keys(pages).find((page) => pages[page].includes(place));
    if (page == null) throw place;
    location.replace(`${edition}${page}${location.search}#${place}`);
  };

  // In browsers that do not support text fragments, the fragment directive stays in the hash.
  const place = location.hash.slice(1).split(":~:")[0];
  if (place && !document.getElementById(place)) {
    // Mail and chat programs may add characters to an address. The id ends before the first
    // character that cannot be part of an id of this site.
    const known = place.replace(/^(%23|#)+/, "").replace(/[^\w-].*/, "");
    if (document.getElementById(known)) location.replace(`#${known}`);
    else {
      forward(known).catch(() => {
        document.querySelector(".no-place").hidden = false;
      });
    }
  }

  // Opens the cards that contain the target of the fragment. Not every browser does this.
  const reveal = () => {
    let card = document.getElementById(location.hash.slice(1))?.closest("details");
    for (; card; card = card.parentElement.closest("details")) card.open = card.dataset.asked = true;
  };
  addEventListener("hashchange", reveal);
  reveal();

  const open = asked("open");
  for (const card of document.querySelectorAll("details[id]")) {
    if (open.length <= LONGEST_VALUE && open.split(".").includes(card.id)) card.open = card.dataset.asked = true;
  }

  // In browsers without scroll anchoring, such as Safari, the visible text moves when content above it grows. This
  // script then scrolls by the same distance.
  if (!CSS.supports("overflow-anchor: auto")) {
    let anchor;
    let top;
    const topNow = () => anchor?.getClientRects()[0]?.top;
    addEventListener("scroll", () => {
      for (let y = 9; y < innerHeight; y += 24) {
        anchor = document.elementFromPoint(innerWidth / 3, y);
        if (anchor?.matches("h2, h3, p, li, td, summary")) break;
      }
      top = topNow();
    });
    new ResizeObserver(() => {
      const moved = topNow() - top;
      if (scrollY && moved) scrollBy({ top: moved, behavior: "instant" });
    }).observe(document.documentElement);
  }
}
