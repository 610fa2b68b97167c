// Mistakes and duplicates are ours to mend; how lines are spaced is not the linter's business.
export default {
  extends: "stylelint-config-standard",
  rules: {
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    // Stands for its rules once for each member of a set; see crates/site/src/stylesheet/source.rs.
    "at-rule-no-unknown": [true, { ignoreAtRules: ["each"] }],
    // A scale has steps below nought: --step--1. In @each, $ballot is the name of a member: --form-$ballot.
    "custom-property-pattern": "^[a-z$]+(-{1,2}[a-z0-9$]+)*$",
    // The bundler reads either; the shorter one is written.
    "import-notation": "string",
    // Files follow the page, not specificity, and say in their order what overrules what.
    "no-descending-specificity": null,
    // Safari still knows no other.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust", "-webkit-text-decoration", "-webkit-user-select"] }],
    // Younger than the list of the linter; it stands in a query for it.
    "selector-pseudo-class-no-unknown": [true, { ignorePseudoClasses: ["target-current"] }],
    // Fonts are called by their names.
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true, ignoreProperties: ["/^--(serif|sans)/"] }],
  },
};
