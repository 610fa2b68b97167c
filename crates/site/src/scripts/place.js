// Shows what the address asks for before the browser scrolls to where it leads, and keeps what is being read in its place.
//
// `LONGEST_VALUE` stands for the length above which the app, too, ignores a parameter.

{
  const query = new URLSearchParams(location.search);

  // What mail programs do to an address: "=3D" for "=", and the sign after it taken for a part of it.
  const asked = (name) => (query.get(name) ?? query.get(`amp;${name}`) ?? "").replace(/^3D|[^\w-]+$/g, "");

  for (const input of document.querySelectorAll("[name=depth], [name=year]")) {
    if (input.value == asked(input.name)) input.checked = input.dataset.asked = true;
  }

  // A link to a place that the page does not have leads to the page that has it, or says that there is none.
  const forward = async (place) => {
    const { edition } = document.querySelector("#search").dataset;
    const pages = await (await fetch(`${edition}places.json`)).json();
    const page = Object.keys(pages).find((page) => pages[page].includes(place));
    if (page == null) throw place;
    location.replace(`${edition}${page}${location.search}#${place}`);
  };

  // Browsers without text fragments leave them in the hash.
  const place = location.hash.slice(1).split(":~:")[0];
  if (place && !document.getElementById(place)) {
    // What mail and chat programs add to an address: a sign that no place has ends the place.
    const known = place.replace(/^(%23|#)+/, "").replace(/[^\w-].*/, "");
    if (document.getElementById(known)) location.replace(`#${known}`);
    else {
      forward(known).catch(() => {
        document.querySelector(".no-place").hidden = false;
      });
    }
  }

  // Not every browser opens the card in which a place is.
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

  // Safari has no scroll anchoring: what is read moves when something above it grows.
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
