// Reports the height of an embed to its host, in the formats of common listeners. If the host gives the frame too
// little height, the script cuts the content to the height of the frame.
//
// The script is inline in the page, before the content and without WASM. So it works in a sandbox that allows scripts,
// and even if the app loads late or never. The message formats are those of pym.js 1, sidechain, AMP, Datawrapper (old
// and new listeners), WordPress, iframe-resizer 4 and 5, open-iframe-resizer, the Guardian and Medium. Some formats
// need an id from the host, and are sent only if the host has given the id. Every host gets all other formats, because
// hosts ignore formats that they do not know.
//
// Messages are accepted only from the host. A message makes the script report the height again. Nothing in a message is
// written into the page.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const host = parent;
  if (host === window) return;

  // pym.js puts the id of the frame into the query. WordPress appends `#?secret=` to the address.
  const pym = query.get("childId");
  const secret = (/[#?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
  // iframe-resizer sends the id of the frame in its first message.
  let resizer;
  let last = 0;
  let started = false;
  // Whether the host is known to listen: it has sent a message, or has set the reported height.
  let heard = false;
  // The largest height, in pixels, that the host gives the frame. WordPress never gives more than 1000 px. The limits
  // of other hosts are found at runtime.
  let most = secret ? 1000 : Infinity;
  // Whether the reader has chosen to see the whole content.
  let opened = false;
  // Old listeners of Datawrapper resize the first frame whose address contains the key. The address in a snippet ends
  // with a theme, so no other address contains it. Without a theme, the addresses of `embed/` and `embed/un-history/`
  // are prefixes of other addresses. Their keys get a `#`, so that no address contains them.
  const { host: server, pathname, search } = location;
  const key = server + pathname + (search.replace(/'/g, "%27") || (/\/embed\/(un-history\/)?$/.test(pathname) ? "#" : ""));
  const post = (message) => host.postMessage(message, "*");
  const box = () => root.getBoundingClientRect();
  const found = (name) => document.querySelector(name);

  // Cuts the content if it is higher than `most`, so that the sources and the link to the full page remain visible.
  // Returns the height to report to the host.
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
    const room = Math.floor(most - (box().height - piece.getBoundingClientRect().height));
    piece.style.maxHeight = `${Math.max(160, room)}px`;
    return Math.ceil(secret ? Math.max(most, box().height) : whole);
  };

  // If the host sets the height of the frame, the style sheet hides the scroll bar, which would
  // appear and disappear at each change.
  const scroll = () => {
    if (innerHeight >= Math.ceil(box().height)) root.dataset.host = "listens";
    else delete root.dataset.host;
  };

  // Reports the height if it has changed, or if `again` is true. A hidden frame has no width and reports nothing.
  const report = (again, event = "resizeObserver") => {
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
    // open-iframe-resizer accepts this message only if `event` is the name of an observer.
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${width}:${event}`);
    try {
      window.requestResize();
    } catch {}
    // If the host gives less than the reported height, the frame needs its scroll bar.
    setTimeout(() => heard && scroll(), 1000);
  };

  // No event fires when the host begins to listen, or when a hidden frame gets a height. So the script reports the
  // height again, at growing intervals, for about 25 seconds or until the host is known to listen. While the frame has
  // no height, the script does not stop.
  const insist = (wait) => {
    setTimeout(() => {
      if (heard && last) return;
      report(true);
      // A host that listens would have set the height by now. The height of this frame is therefore the host's limit.
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
    report(true);
  };

  const asked = (event) => {
    heard = true;
    report(true, event);
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== host || !data) return;
    if (typeof data === "string") {
      // The messages of real hosts are short.
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

  // The height is reported in a later task, because `report` may change the height. Firefox reports an error for a
  // change during the callback.
  new ResizeObserver(() => setTimeout(report)).observe(root);
  addEventListener("toggle", () => report(), true);
  addEventListener("resize", () => {
    if (last && innerHeight === Math.min(last, secret ? most : Infinity)) {
      heard = true;
      // The host has given the frame the reported height, so the host has no limit, unless it is WordPress.
      if (!secret) most = Infinity;
    } else if (most < Infinity && !secret) most = innerHeight;
    report();
    if (heard && innerHeight >= Math.ceil(box().height)) scroll();
  });
  addEventListener("DOMContentLoaded", () => {
    start();
    insist(100);
  });
  // When the reader uses a control, opens a card, moves the focus into the content or presses the button, the whole
  // content appears.
  for (const [name, of] of [
    ["focusin", ".piece *"],
    ["click", ".piece :is(a, button, input, label, select), summary, .show-all"],
  ]) {
    addEventListener(name, ({ target }) => {
      if (opened || !target.closest(of)) return;
      opened = true;
      if (target.matches(".show-all")) found(".piece").focus({ preventScroll: true });
      report();
    });
  }
  addEventListener("load", start);
  document.fonts.ready.then(() => report());

  // WordPress's sandbox blocks links, so the script asks the host to open them. The host opens only links to this site.
  // So a link to an external source opens the source's entry on the full page instead.
  if (secret) {
    addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      // If the link opens a popover, the script of the popovers has prevented the default action.
      if (!link || event.defaultPrevented || link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      const whole = document.getElementById("whole").href;
      const source = link.closest("li[id]");
      const value = link.host === location.host ? link.href : whole + (source ? `#${source.id}` : "");
      post({ message: "link", value, secret });
    });
  }
})();
