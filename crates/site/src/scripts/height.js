// Tells the host of an embed how high its content is, in every dialect that hosts listen to, and fits the content into what the host
// gives where that is less.
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
  // Whether the host has shown that it hears: it has asked, or done as it was told.
  let heard = false;
  // What the host gives at most. WordPress never gives more than that; of others it shows.
  let most = secret ? 1000 : Infinity;
  // Whether the reader has asked for all of the piece.
  let opened = false;
  // Old listeners of Datawrapper look for the first frame whose address contains the key. Snippets state a theme, with which no address
  // of another frame goes on; without one, those of these two pieces are the beginning of others, and their key is in no address.
  const { host: server, pathname, search } = location;
  const key = server + pathname + (search.replace(/'/g, "%27") || (/\/embed\/(un-history\/)?$/.test(pathname) ? "#" : ""));
  const post = (message) => host.postMessage(message, "*");
  const box = () => root.getBoundingClientRect();
  const found = (name) => document.querySelector(name);

  // Cuts the piece, where it does not fit, so that its sources and the way to the whole stay in sight. Returns how high all of it is
  // for a host that may give as much.
  const fit = () => {
    const piece = found(".piece");
    const all = found(".show-all");
    if (!piece || !all) return Math.ceil(box().height);
    piece.style.maxHeight = "";
    all.hidden = true;
    delete root.dataset.cut;
    const whole = box().height;
    if (opened || whole <= most || !piece.offsetHeight) return Math.ceil(whole);
    all.hidden = false;
    root.dataset.cut = "";
    let room = Math.floor(most - (box().height - piece.getBoundingClientRect().height));
    const cut = () => (piece.style.maxHeight = `${Math.max(160, room)}px`);
    cut();
    // WebKit rounds parts of pixels up, so that a pixel or two may be left to scroll.
    room -= Math.max(0, root.scrollHeight - Math.max(most, innerHeight));
    cut();
    return Math.ceil(secret ? Math.max(most, box().height) : whole);
  };

  // A bar for scrolling is of use only where there is something to scroll; where the host follows, it would come and go.
  const scroll = () => {
    if (innerHeight >= Math.ceil(box().height)) root.dataset.host = "listens";
    else delete root.dataset.host;
  };

  // A frame that is hidden has no height, and says nothing yet.
  const tell = (again, event = "resizeObserver") => {
    if (!started || !box().width) return;
    const height = fit();
    const width = Math.ceil(box().width);
    if (!height || (height === last && !again)) return;
    last = height;
    if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    post({ sentinel: "amp", type: "embed-size", height });
    post({ "datawrapper-height": { [key]: height } });
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
    // A host that gives less than it was told has something to scroll.
    setTimeout(() => heard && scroll(), 1000);
  };

  // Nobody says when a host begins to listen, and browsers leave frames that are out of sight without a height, and tell nobody when
  // they get one. So it is told again, less and less often, until the host has shown that it hears. Without any height that never ends.
  const insist = (wait) => {
    setTimeout(() => {
      if (heard && last) return;
      tell(true);
      // By now a host that listens would have done as it was told: this one gives what it gives.
      if (wait > 1500 && !heard && !secret && innerHeight > 200 && innerHeight < last) {
        most = innerHeight;
        fit();
      }
      if (wait < 10000) insist(wait * 2);
      else if (!last) insist(wait);
    }, wait);
  };

  const start = () => {
    started = true;
    post("[iFrameResizerChild]Ready");
    post({ sentinel: "amp", type: "embed-ready" });
    tell(true);
  };

  const asked = (event) => {
    heard = true;
    tell(true, event);
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
          asked("init");
        }
        asked();
      } else if (pym && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`)) asked();
    } else if (data.message === "ready" || data.type === "iframe-child-init" || data.type === "iframe-get-child-dimensions") asked();
  });

  // Later, as it changes heights: what changes them while they are being told is an error to Firefox.
  new ResizeObserver(() => setTimeout(tell)).observe(root);
  addEventListener("toggle", () => tell(), true);
  addEventListener("resize", () => {
    if (last && innerHeight === Math.min(last, secret ? most : Infinity)) {
      heard = true;
      // It gives as much as it is told after all.
      if (!secret) most = Infinity;
    } else if (most < Infinity && !secret) most = innerHeight;
    tell();
    if (heard && innerHeight >= Math.ceil(box().height)) scroll();
  });
  addEventListener("DOMContentLoaded", () => {
    start();
    insist(100);
  });
  // Who works on the piece, opens a card or comes into it by keyboard has all of it, now and when it grows. So has who asks for it.
  for (const [name, of] of [
    ["focusin", ".piece *"],
    ["click", ".piece :is(a, button, input, label, select), summary, .show-all"],
  ]) {
    addEventListener(name, ({ target }) => {
      if (opened || !target.closest(of)) return;
      opened = true;
      if (target.matches(".show-all")) found(".piece").focus({ preventScroll: true });
      tell();
    });
  }
  addEventListener("load", start);
  document.fonts.ready.then(() => tell());

  // In WordPress's sandbox no link leads anywhere. The host follows those to our own pages, so that others are led to by
  // way of the list of sources there.
  if (secret) {
    addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      // A term has opened where it stands.
      if (!link || event.defaultPrevented || link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      const whole = document.getElementById("whole").href;
      const source = link.closest("li[id]");
      const value = link.host === location.host ? link.href : whole + (source ? `#${source.id}` : "");
      post({ message: "link", value, secret });
    });
  }
})();
