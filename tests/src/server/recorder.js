// Sends these to the test server: errors of scripts, files that cannot be loaded, violations of the policy, and calls
// of `console.warn` and `console.error`.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const tell = (...what) => {
    // The request is synchronous, so that its message is not lost when the reader leaves the page.
    const request = new XMLHttpRequest();
    request.open("POST", `${origin}/.complaint`, false);
    request.send(`${location.pathname}: ${what.join(" ")}`);
  };
  addEventListener("error", ({ message, target }) => tell(message ?? `cannot load ${target.src ?? target.href}`), true);
  addEventListener("unhandledrejection", ({ reason }) => tell("unhandled:", reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => tell(violatedDirective, "forbids", blockedURI));
  for (const level of ["warn", "error"]) {
    const { [level]: own } = console;
    console[level] = (...what) => {
      own.apply(console, what);
      tell(...what);
    };
  }
})();
