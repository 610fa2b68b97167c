// Registers custom properties by which style sheets recognize that scripts run.
//
// A tool such as SingleFile saves a copy of the page without scripts. The copy contains the markup
// as scripts have changed it. A registered property is not part of the markup, so the copy lacks
// it. In the copy, style sheets therefore hide the controls that need script. This script runs
// before the body of the page is parsed, so that nothing moves later.

for (const initialValue of ["inline", "block", "grid", "visible"]) {
  const name = `--script-${initialValue}`;
  if (CSS.registerProperty) CSS.registerProperty({ name, syntax: "*", inherits: true, initialValue });
  else document.documentElement.style.setProperty(name, initialValue);
}
