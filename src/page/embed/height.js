// Tells the host of an embed how high its content is, in every dialect that hosts listen to, and nothing else.
//
// It stands in the page as it is, before the content and without WASM, so that heights flow in a sandbox, too, and when the app is
// late or missing. The wire formats are those of pym.js 1, sidechain, AMP, Datawrapper (old and new listeners), WordPress,
// iframe-resizer 4 and 5, open-iframe-resizer, the Guardian and Medium. All are sent to every host: none minds the others'.
//
// What comes from the host is believed only from the host, never written into the page, and can do no more than have
// the height said again. Lines that begin with two slashes are left out when the site is written.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const host = parent;
  if (host === window) return;

  // pym.js says who we are in the query. WordPress appends `#?secret=` to whatever the address was.
  const pym = query.get("childId");
  const secret = (/[#?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
  // iframe-resizer says it in its first message.
  let resizer;
  let last = 0;
  let started = false;
  const post = (message) => host.postMessage(message, "*");

  // A frame that is hidden has no height, and says nothing.
  const tell = (again, event = "resizeObserver") => {
    const box = root.getBoundingClientRect();
    const height = Math.ceil(box.height);
    const width = Math.ceil(box.width);
    if (!started || !height || !width || (height === last && !again)) return;
    last = height;
    if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    post({ sentinel: "amp", type: "embed-size", height });
    // Old listeners look for a frame whose address contains the key.
    post({ "datawrapper-height": { [location.pathname]: height } });
    post({ type: "iframe-resized", width, height });
    post({ kind: "interactive:height", height });
    post(JSON.stringify({ type: "set-height", value: height }));
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    if (secret) post({ message: "height", value: height, secret });
    // open-iframe-resizer hears only events of an observer.
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${width}:${event}`);
    try {
      window.requestResize();
    } catch {}
  };

  const start = () => {
    started = true;
    post("[iFrameResizerChild]Ready");
    post({ sentinel: "amp", type: "embed-ready" });
    tell(true);
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== host || !data) return;
    if (typeof data === "string") {
      // Settings of a host are short.
      if (data.length > 4096) return;
      if (data.startsWith("[iFrameSizer]")) {
        const [id, , sized] = data.slice(13).split(":");
        if (sized === "true" || sized === "false") {
          resizer = id;
          tell(true, "init");
        }
        tell(true);
      } else if (pym && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`)) tell(true);
    } else if (data.message === "ready" || data.type === "iframe-child-init" || data.type === "iframe-get-child-dimensions") tell(true);
  });

  new ResizeObserver(() => tell()).observe(root);
  addEventListener("toggle", () => tell(), true);
  // A host that has once done as it is told needs no bar for scrolling.
  addEventListener("resize", () => innerHeight === last && (root.dataset.host = "listens"));
  addEventListener("DOMContentLoaded", start);
  addEventListener("load", start);
  document.fonts.ready.then(() => tell());

  // In WordPress's sandbox no link leads anywhere. The host follows those to our own pages, so that others are led to by
  // way of the list of sources there.
  if (secret) {
    addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      const whole = document.getElementById("whole").href;
      const source = link.closest("li[id]");
      const value = link.host === location.host ? link.href : whole + (source ? `#${source.id}` : "");
      post({ message: "link", value, secret });
    });
  }
})();
