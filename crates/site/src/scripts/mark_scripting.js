// Registers custom properties by which style sheets recognize that scripts run.
//
// A saved copy of the page has the markup that scripts have changed, but runs no script. A registered property is not part
// of the markup, so the copy lacks it. Style sheets then hide the controls that need script. The script runs before the
// page is parsed, so that nothing moves later.

for (const initialValue of ["inline", "block", "grid", "visible"]) {
  const name = `--script-${initialValue}`;
  if (CSS.registerProperty) CSS.registerProperty({ name, syntax: "*", inherits: true, initialValue });
  else document.documentElement.style.setProperty(name, initialValue);
}
