// Tells styles that scripts run here.
//
// A saved copy has the markup as scripts have left it, and no script. A property that a script registers is no markup: it is missing in
// the copy, and what needs script is not shown there. It is there before the page is parsed, so that nothing moves later.

for (const initialValue of ["inline", "block", "grid", "visible"]) {
  const name = `--script-${initialValue}`;
  if (CSS.registerProperty) CSS.registerProperty({ name, syntax: "*", inherits: true, initialValue });
  else document.documentElement.style.setProperty(name, initialValue);
}
