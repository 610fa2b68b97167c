// Registers custom properties by which style sheets recognize that scripts run.
//
// A copy of the page that a tool such as SingleFile has saved contains the markup as scripts have changed it, but no
// script. A registered property is not part of the markup, so the copy lacks it. Style sheets then hide the controls
// that need script. This script runs before the body of the page is parsed, so that nothing moves later.

for (const initialValue of ["inline", "block", "grid", "visible"]) {
  const name = `--script-${initialValue}`;
  if (CSS.registerProperty) CSS.registerProperty({ name, syntax: "*", inherits: true, initialValue });
  else document.documentElement.style.setProperty(name, initialValue);
}
