// For each selector in STEPS, in order, presses the first element that matches it. Presses an
// element one frame after scrolling it into view. Records the time at which the first frame with
// the effect has been painted. As long as the last press has no effect, repeats it about every 100
// ms, as a reader would. The benchmark replaces STEPS and EFFECT with their values.
(() => {
  const steps = STEPS;
  const effect = () => EFFECT;
  let next = 0;
  let inView;
  let pressedAt;
  const press = () => {
    const element = document.querySelector(steps[Math.min(next, steps.length - 1)]);
    if (!element?.checkVisibility()) return;
    if (inView !== element) {
      inView = element;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      return;
    }
    element.click();
    next += 1;
    pressedAt = performance.now();
  };
  const look = () => {
    const isWaiting = next >= steps.length;
    if (!isWaiting || (steps.length > 0 && !effect() && performance.now() - pressedAt > 100)) press();
    if (next >= steps.length && effect()) {
      // The browser has painted the frame with the effect when the next frame begins.
      requestAnimationFrame(() => (window.measured.effect = performance.now()));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
})();
