// <policy-shift-explainer part="un-history" lang="ja" theme="dark"><a href="...">...</a></policy-shift-explainer>
//
// For pages that embed the explainer: one element that holds a frame and gives it the height of its content. No dependency, no
// global name but the element's; does no harm if it is included twice. Where it does not run, the link inside is left. Lines that
// begin with two slashes are left out when the site is written.
(() => {
  const name = "policy-shift-explainer";
  const script = document.currentScript;
  if (!script || customElements.get(name)) return;
  const base = new URL(".", script.src);
  // Languages that have a folder of their own; every other one is the first.
  const folders = FOLDERS;
  const attributes = ["part", "lang", "theme"];

  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = attributes;
      #frame;
      #hear = ({ source, origin, data }) => {
        if (!this.#frame || source !== this.#frame.contentWindow || origin !== base.origin) return;
        if (data && data.type === "iframe-resized" && data.height > 0 && data.height < 99999) this.#frame.height = Math.ceil(data.height);
      };

      connectedCallback() {
        if (this.#frame) return;
        const frame = document.createElement("iframe");
        this.#frame = frame;
        this.style.display = "block";
        frame.style.cssText = "display:block;width:100%;border:0";
        frame.height = 600;
        frame.loading = "lazy";
        frame.allow = "web-share; clipboard-write";
        const entitle = () => (frame.title = this.title || this.textContent.trim() || name);
        entitle();
        // While the page is being read, the words in this element may be still to come.
        if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", entitle, { once: true });
        frame.src = this.#address();
        addEventListener("message", this.#hear);
        (this.shadowRoot || this.attachShadow({ mode: "open" })).replaceChildren(frame);
      }

      disconnectedCallback() {
        removeEventListener("message", this.#hear);
        if (this.#frame) this.#frame.remove();
        this.#frame = undefined;
      }

      attributeChangedCallback(attribute, before, after) {
        if (this.#frame && before !== after) this.#frame.src = this.#address();
      }

      #address() {
        const [part, lang, theme] = attributes.map((attribute) => this.getAttribute(attribute) || "");
        const folder = folders.find((folder) => folder === lang || lang.startsWith(`${folder}-`));
        const embed = /^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(part) ? `embed/${part}/` : "embed/";
        const address = new URL((folder ? `${folder}/` : "") + embed, base);
        if (/^(light|dark)$/.test(theme)) address.searchParams.set("theme", theme);
        return address.href;
      }
    },
  );
})();
