// Rules about errors stay on. Rules about the form of valid markup are off, because Yew decides it.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Parsers read these forms alike.
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Choices take effect at once, so forms have no submit button.
    "wcag/h32": "off",
    // A page can have several fields for guesses. No form is submitted.
    "form-dup-name": "off",
    // The Nu checker requires a heading in a <section>. A region that scrolls may have none, but has a name.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Editors write the titles. Programs that show them shorten them.
    "long-title": "off",
  },
};
