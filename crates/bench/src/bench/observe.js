// Runs before every other script of a page. Collects the reports of the browser's performance observers, and the time
// at which the app has started.
(() => {
  const seen = (window.measured = { paint: {}, largest: 0, shift: 0, long: [], inputs: [], live: null, effect: null });
  const watch = (type, take, more) => {
    const list = new PerformanceObserver(entries => entries.getEntries().forEach(take));
    list.observe({ type, buffered: true, ...more });
  };
  watch("paint", entry => (seen.paint[entry.name] = entry.startTime));
  watch("largest-contentful-paint", entry => (seen.largest = entry.startTime));
  watch("layout-shift", entry => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
  watch("longtask", entry => seen.long.push([entry.startTime, entry.duration]));
  watch("event", entry => entry.interactionId && seen.inputs.push(entry.duration), { durationThreshold: 16 });
  new MutationObserver(() => {
    if (document.documentElement.dataset.app === "live") seen.live ??= performance.now();
  }).observe(document, { attributes: true, attributeFilter: ["data-app"], subtree: true });
})();
