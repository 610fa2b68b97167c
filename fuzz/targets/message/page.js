// Runs the script of embeds in a simulated page, which has only the interfaces that this test
// needs. Returns a description of the first mistake in the script's behaviour, or an empty string.
(script, address, message) => {
  const [search, ...fragment] = address.split("#");
  const posted = [];
  const listeners = {};
  const host = { postMessage: (message, origin) => posted.push(message) && origin };
  const root = { dataset: {}, getBoundingClientRect: () => ({ height: 733.2, width: 600 }) };
  Object.assign(globalThis, {
    parent: host,
    window: globalThis,
    innerHeight: 600,
    location: { search, hash: fragment.length ? `#${fragment.join("#")}` : "", host: "news.example", pathname: "/embed/years/", href: "https://news.example/embed/years/" },
    document: { documentElement: root, querySelector: () => null, fonts: { ready: { then() {} } } },
    setTimeout() {},
    addEventListener: (name, hear) => (listeners[name] = hear),
    ResizeObserver: class {
      constructor(tell) {
        this.observe = tell;
      }
    },
    URLSearchParams: class {
      constructor(search) {
        this.pairs = search.replace(/^\?/, "").split("&").map((pair) => pair.split("="));
      }
      get(name) {
        const found = this.pairs.find(([one]) => one === name);
        return found ? found.slice(1).join("=") : null;
      }
    },
  });
  (0, eval)(script);
  listeners.load?.();
  const before = posted.length;
  const data = [message];
  try {
    data.push(JSON.parse(message));
  } catch {}
  for (const one of data) {
    for (const source of [host, {}, null, undefined]) listeners.message({ source, data: one });
  }
  const pym = new URLSearchParams(search).get("childId");
  const sound = (one) =>
    typeof one === "string"
      ? one === "[iFrameResizerChild]Ready" ||
        one === `pymxPYMx${pym}xPYMxheightxPYMx734` ||
        /^\[iFrameSizer\][^:]*:734:600:(init|resizeObserver)$/.test(one) ||
        ["set-height", "iframe.resize"].includes(JSON.parse(one).type ?? JSON.parse(one).context)
      : Object.keys(one).every((key) => ["sentinel", "type", "height", "width", "datawrapper-height", "kind", "message", "value", "secret"].includes(key)) &&
        (one.secret === undefined || /^[A-Za-z0-9]+$/.test(one.secret));
  const wrong = posted.filter((one) => !sound(one));
  if (wrong.length) return `sent: ${JSON.stringify(wrong)}`;
  if (posted.length - before > 40) return `answered ${posted.length - before} times`;
  if (Object.keys(root.dataset).some((key) => key !== "theme") || !["light", "dark", undefined].includes(root.dataset.theme)) {
    return `marked: ${JSON.stringify(root.dataset)}`;
  }
  if (Object.keys(Object.prototype).length || {}.message !== undefined) return "the prototype of all objects was changed";
  return "";
};
