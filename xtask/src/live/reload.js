// Reloads the page when the site has changed, and shows a mistake in the site's sources over the page. Only
// `cargo xtask dev` serves this script. It is not part of the site.
(() => {
  "use strict";

  // The version of the site that this page shows. If the stream reports another version, the site has changed since the
  // page was served.
  const version = new URL(document.currentScript.src).searchParams.get("site");
  const events = new EventSource("/__dev/events");
  let overlay = null;

  events.addEventListener("site", (event) => {
    overlay?.remove();
    overlay = null;
    if (event.data !== version) location.reload();
  });

  events.addEventListener("mistake", (event) => {
    if (!overlay) {
      overlay = document.createElement("pre");
      overlay.setAttribute("role", "alert");
      // The script sets the style's properties one by one, because every Content-Security-Policy allows this. A policy
      // can forbid a style attribute.
      Object.assign(overlay.style, {
        position: "fixed",
        inset: "auto 0 0 0",
        zIndex: "2147483647",
        maxHeight: "70vh",
        overflow: "auto",
        margin: "0",
        padding: "1.5rem",
        borderTop: "4px solid #d9480f",
        background: "#1c1b1a",
        color: "#f6f2ea",
        font: "14px/1.5 ui-monospace, monospace",
        whiteSpace: "pre-wrap",
        textAlign: "left",
      });
      document.body.append(overlay);
    }
    overlay.textContent = event.data;
  });
})();
