// Sends to the test server what a browser writes to its console: errors, violations of the policy, and the warnings and errors of scripts.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const tell = (...what) => {
    // The request is synchronous. Its message arrives before the script continues, and is not lost when the page changes.
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
