// Starts the app. It asks for the app's script and its WebAssembly at once.

const addresses = document.getElementById("app").dataset;
const page = document.documentElement.dataset;

// A module that is imported again under the same address does not run again.
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

// A reader who leaves while the app is on its way makes it fail. The browser may bring the page back as it was left, before or
// after it reports the failure: the app starts again.
addEventListener("pageshow", (event) => {
  restored = event.persisted;
  if (restored && failedToLoad) {
    page.app = "static";
    start();
  }
});

start();
