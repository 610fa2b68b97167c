// Rules about errors and duplicates stay on. Rules about spacing are off.
export default {
  extends: "stylelint-config-standard",
  rules: {
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    // `@each` writes its rules once for each member of a set. See crates/site/src/stylesheet/source.rs.
    "at-rule-no-unknown": [true, { ignoreAtRules: ["each"] }],
    // The steps of a scale may be negative: --step--1. In @each, $ballot is the name of a member: --form-$ballot.
    "custom-property-pattern": "^[a-z$]+(-{1,2}[a-z0-9$]+)*$",
    // The bundler reads both forms. The sources have the shorter one.
    "import-notation": "string",
    // The order of the files is the order of the page. Later rules override earlier ones.
    "no-descending-specificity": null,
    // Safari knows only the prefixed properties.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust", "-webkit-text-decoration", "-webkit-user-select"] }],
    // This pseudo-class is newer than the linter's list. It is only used inside an @supports for it.
    "selector-pseudo-class-no-unknown": [true, { ignorePseudoClasses: ["target-current"] }],
    // Names of fonts keep their capital letters.
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true, ignoreProperties: ["/^--(serif|sans)/"] }],
  },
};
