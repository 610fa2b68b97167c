// Some hosts answer `/shift` with the page of `/shift/`, whose links are relative to the folder. This script adds the
// slash to the address before the page requests any file. It does not reload the page, because a host that removes the
// slash would cause an endless loop.

{
  const { protocol, pathname, search, hash } = location;
  // The address of a saved copy is that of a file, which gets no slash.
  if (/^http/.test(protocol) && /\/[^/.]+$/.test(pathname)) {
    try {
      history.replaceState(null, "", `${pathname}/${search}${hash}`);
    } catch {
      // A frame with an opaque origin may not change its address.
    }
  }
}
