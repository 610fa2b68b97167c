// Highlights the lines of followed countries among the lines of all states. Draws each of these
// lines again, larger and in a frame, and adds a label to the text of the line's group. On the page
// with the roll call, the followed countries are read from the app's markup, and the label is the
// country's name. In the embed, they are read from the address, and the label is the country's
// code. This code is not part of the app, because the app would then exceed its size budget.

addEventListener("DOMContentLoaded", () => {
  const LINE = 2.75;
  const LARGE = 9;
  // The drawings grow with the text size of the browser.
  const rem = (length) => `${length / 16}rem`;
  const explorer = document.querySelector("#roll-call");
  const groups = [...document.querySelectorAll("[data-states]")];
  const asked = new URLSearchParams(location.search).get("countries") ?? "";
  const countries = () =>
    explorer
      ? [...explorer.querySelectorAll(".followed abbr")].map((code) => [code.textContent, code.title])
      : asked.split(".").map((code) => [code, code]);
  let drawn;

  const draw = () => {
    const followed = new Map(countries());
    const codes = [...followed.keys()].join();
    if (codes === drawn) return;
    drawn = codes;
    for (const old of document.querySelectorAll("[data-picked]")) old.remove();
    for (const [code, name] of followed) {
      const group = groups.find(({ dataset }) => dataset.states.split(" ").includes(code));
      if (!group) continue;
      const row = group.dataset.states.split(" ").indexOf(code) * LINE;
      const lines = group.querySelector("svg svg");
      const large = lines.cloneNode(true);
      const ground = document.createElementNS(lines.namespaceURI, "rect");
      large.setAttribute("viewBox", `0 ${row} ${lines.viewBox.baseVal.width} ${LINE - 0.75}`);
      for (const shape of [ground, large]) {
        shape.dataset.picked = "";
        shape.setAttribute("width", "100%");
        shape.setAttribute("height", rem(LARGE));
        shape.setAttribute("y", rem(row + (LINE - 0.75 - LARGE) / 2));
        lines.parentNode.append(shape);
      }
      const label = Object.assign(document.createElement("b"), { textContent: name, translate: name !== code });
      label.dataset.picked = "";
      group.querySelector("p").append(label);
    }
  };

  if (explorer) new MutationObserver(draw).observe(explorer, { childList: true, subtree: true });
  draw();
});
