// <policy-shift-explainer part="un-history" lang="ja" theme="dark"><a href="...">...</a></policy-shift-explainer>
//
// This script is for pages on other sites that embed the explainer. It defines an element with a frame that is as high
// as the frame's content. The script defines no global variables. A page may include the script twice. If the script
// does not run, readers see the link inside the element.
(() => {
  const name = "policy-shift-explainer";
  const script = document.currentScript;
  if (!script || customElements.get(name)) return;
  const base = new URL(".", script.src);
  // The build replaces FOLDERS with the list of the languages that have their own folder. All other languages get the
  // first edition.
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
        // While the page is being parsed, this element may not have its content yet.
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
