// Starts the app. Requests the app's script and its WebAssembly at the same time.

const addresses = document.getElementById("app").dataset;
const page = document.documentElement.dataset;

// A browser runs a module only once for each address. A new fragment for each attempt makes the browser run it again.
let attempts = 0;
let failedToLoad = false;
let restored = false;

function start() {
  failedToLoad = false;
  Promise.all([import(`${addresses.glue}#${attempts++}`), fetch(addresses.module)])
    .then(([glue, wasm]) => glue.default({ module_or_path: wasm }))
    .catch((error) => {
      if (restored) {
        restored = false;
        start();
        return;
      }
      failedToLoad = true;
      page.app = "failed";
      console.warn(error);
    });
}

// If the reader leaves the page while the app loads, loading fails. When the reader returns, the
// browser may restore the page. It may report the failure before or after that. In both cases, the
// app starts again.
addEventListener("pageshow", (event) => {
  restored = event.persisted;
  if (restored && failedToLoad) {
    page.app = "static";
    start();
  }
});

start();
