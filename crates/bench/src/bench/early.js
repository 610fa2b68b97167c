// Presses the elements of STEPS in order, each in the first frame in which it is visible. Records the time of the first
// painted frame that shows the effect. `load.rs` replaces STEPS (selectors) and EFFECT (an expression).
(() => {
  const steps = STEPS;
  const effect = () => EFFECT;
  const look = () => {
    const element = steps.length > 0 && document.querySelector(steps[0]);
    if (element && element.checkVisibility()) {
      steps.shift();
      if (element.matches("select")) {
        element.value = [...element.options].at(-1).value;
        element.dispatchEvent(new Event("change", { bubbles: true }));
      } else {
        element.click();
      }
    }
    if (steps.length === 0 && effect()) {
      // The browser has painted the frame with the effect when the next frame begins.
      requestAnimationFrame(() => (window.measured.effect = performance.now()));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
})();
