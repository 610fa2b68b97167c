// Runs on the page that makes snippets. Shows the chosen embed in the preview and fills the
// snippets. Without this script, the page has the snippets for the whole explainer.
(() => {
  const form = document.querySelector("form.choose");
  const frame = document.querySelector(".preview iframe");
  const status = document.querySelector(".status");
  // Snippets contain the published address of the site. The preview uses the address from which this page was loaded.
  const base = new URL(form.dataset.base, location).href;
  const site = new URL(form.dataset.site, location).href;
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  let measured = 0;
  const chosen = (name) => form.elements[name].selectedOptions[0];

  const show = () => {
    const part = chosen("part");
    const lang = chosen("lang");
    const theme = chosen("theme").value;
    const titles = Object.fromEntries(part.dataset.titles.trim().split("\n").map((line) => line.split("\t")));
    const path = lang.dataset.folder + part.dataset.path + (theme === "auto" ? "" : `?theme=${theme}`);
    const values = {
      base,
      page: base + lang.dataset.folder + part.dataset.page,
      paste: base + lang.dataset.folder + (theme === "auto" ? part.dataset.paste : part.dataset.path.replace("embed/", `embed/${theme}/`)),
      // This address always has a theme, so that no other address begins with it. `height.js` depends on that.
      embed: `${base + lang.dataset.folder + part.dataset.path}?theme=${theme}`,
      title: titles[lang.value],
      part: part.value,
      lang: lang.value,
      theme,
      // The measured height of the embed in the preview, or an estimate until it is known.
      height: frame.src === site + path && measured ? String(measured) : part.dataset.height,
      more: lang.dataset.more,
    };
    for (const code of document.querySelectorAll("[data-template]")) {
      code.textContent = code.dataset.template.replace(/\{(\w+)\}/g, (place, name) => (name in values ? safe(values[name]) : place));
    }
    if (frame.src !== site + path) {
      frame.src = site + path;
      measured = 0;
    }
    frame.title = values.title;
    if (chosen("width").value) frame.width = chosen("width").value;
    else frame.removeAttribute("width");
  };

  // The link below a figure leads to this page, with the name of the figure in the query.
  const asked = new URLSearchParams(location.search).get("part");
  for (const option of form.elements.part.options) if (option.value && option.value === asked) option.selected = true;

  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || !data || data.type !== "iframe-resized" || !(data.height > 0)) return;
    frame.height = measured = data.height;
    show();
  });
  form.addEventListener("change", show);
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest(".snippet button");
    if (!button) return;
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = status.dataset.copied;
    } catch {
      // The browser has denied access to the clipboard. With the snippet selected, the reader can copy it by keyboard.
      getSelection().selectAllChildren(code);
    }
  });
  form.hidden = false;
  show();
})();
