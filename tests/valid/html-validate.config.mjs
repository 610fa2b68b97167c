// Rules that find errors stay on. Rules about equivalent forms of valid markup are off, because Yew chooses the form.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The forms that these rules tell apart mean the same to parsers.
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Choices take effect immediately, so forms have no submit button.
    "wcag/h32": "off",
    // The checkboxes of a group share a name. No form is submitted.
    "form-dup-name": "off",
    // Scrollable regions have a name but no heading. They are not <section> elements, because the Nu checker requires a
    // heading in a <section>.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Editors choose the length of titles. Search engines and browsers shorten long ones.
    "long-title": "off",
  },
};
