// Features that the site uses without a fallback although browsers of 2020 lack them. Each group has the reason why no
// fallback is needed.

const kept = [
  [
    "Safari 14.0 alone lacks them. Spaces and places become those of the text's flow.",
    ["margin-inline", "margin-block", "padding-inline", "padding-block", "border-block", "inset", "inset-block", "inset-block-start"],
    ["inset-block-end", "inset-inline-start", "scroll-margin-block", "scroll-margin-block-start", "scroll-padding-block-start"],
  ],
  ["Chrome 87 alone leaves out the rules with them.", [":is", ":where"]],
  ["Without it every panel is shown, which `older::without_has_every_panel_is_shown` holds.", [":has"]],
  ["Without popovers links lead to the lists, which `older` holds.", [":popover-open"]],
  ["The browser's own ring around the focus stays.", [":focus-visible", "outline"]],
  ["Cards open one by one, and everything is laid out at once.", [":details-content", "content-visibility"]],
  ["Figures keep the layout that is written outside of it.", ["@container", "container", "container-type", "aspect-ratio"]],
  ["A dialog may be higher than the window, and what is behind it is not dimmed.", ["dvh", ":backdrop", "overscroll-behavior", "field-sizing"]],
  [
    "It is a matter of looks: lines, signs and colours are plainer.",
    ["accent-color", "color-scheme", "forced-color-adjust", "mask-image", "rotate", "scale", "scrollbar-width", "text-size-adjust"],
    ["text-decoration-thickness", "text-decoration: dotted", "overflow-clip-margin", "align-content: start", "align-self: start", "align-content: end", "align-self: end", "paint-order", "print-color-adjust"],
    ["float: inline-start", "float: inline-end", "inline-size: fit-content", "flex-direction: column-reverse"],
  ],
  [
    "Lines end where the browser ends them.",
    ["hyphens", "text-wrap", "overflow-wrap: anywhere", "word-break: auto-phrase", "text-autospace", "text-spacing-trim", "text-emphasis"],
  ],
  ["Paper has the browser's margins, and a heading may stand at the end of a page.", ["@page", "break-after: avoid"]],
  ["Figures keep their size on paper, which takes more pages.", ["zoom"]],
  ["Numbers of sources are copied with the text.", ["user-select"]],
  ["Where the element is not defined, the link in it is left.", ["script: PropertyDefinition", "script: MethodDefinition"]],
];

export default Object.fromEntries(kept.flatMap(([reason, ...uses]) => uses.flat().map((use) => [use, reason])));
