// Rules that find errors and duplicates stay on. Rules about spacing are off.
export default {
  extends: "stylelint-config-standard",
  rules: {
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    // `@each` repeats its rules for each member of a set. See crates/site/src/stylesheet/source.rs.
    "at-rule-no-unknown": [true, { ignoreAtRules: ["each"] }],
    // The steps of a scale may be negative, as in --step--1. In @each, the name of a member replaces $ballot, as in
    // --form-$ballot.
    "custom-property-pattern": "^[a-z$]+(-{1,2}[a-z0-9$]+)*$",
    // The bundler accepts both forms of @import. The sources use the shorter form.
    "import-notation": "string",
    // The files follow the order of the page, and later rules override earlier ones.
    "no-descending-specificity": null,
    // Safari supports only the prefixed names of these properties.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust", "-webkit-text-decoration", "-webkit-user-select"] }],
    // This pseudo-class is newer than the linter's list. The styles use it only inside an @supports for it.
    "selector-pseudo-class-no-unknown": [true, { ignorePseudoClasses: ["target-current"] }],
    // Names of fonts keep their capital letters.
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true, ignoreProperties: ["/^--(serif|sans)/"] }],
  },
};
