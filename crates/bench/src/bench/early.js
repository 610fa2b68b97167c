// Presses one element after the other, each in the first frame in which it is there, and notes the first frame after
// which the effect is to be seen. STEPS and EFFECT are put in.
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
      // The frame with the effect has been painted when the next one begins.
      requestAnimationFrame(() => (window.measured.effect = performance.now()));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
})();
