// What is wrong is ours to mend; how Yew writes what is right is not.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // All the same to parsers.
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Choices take effect at once: there is nothing to submit.
    "wcag/h32": "off",
    // Several guesses are made, and none is ever submitted.
    "form-dup-name": "off",
    // A <section> has a heading, as the Nu checker says; a region that scrolls may have none, but has a name.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Titles are the editors'; what shows them shortens them.
    "long-title": "off",
  },
};
