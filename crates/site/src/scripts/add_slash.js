// Some hosts answer `/shift` with the page of `/shift/`, whose links are relative to the folder. This script adds the slash
// to the address before the page requests any file. It does not reload the page, because a host that removes the slash
// would cause an endless loop.

{
  const { protocol, pathname, search, hash } = location;
  // The file of a saved copy may have any name.
  if (/^http/.test(protocol) && /\/[^/.]+$/.test(pathname)) {
    try {
      history.replaceState(null, "", `${pathname}/${search}${hash}`);
    } catch {
      // A frame without an origin may not change its address.
    }
  }
}
