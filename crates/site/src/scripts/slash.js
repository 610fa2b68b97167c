// Some hosts answer `/shift` with the page of `/shift/`, whose links are relative to the folder. The address gets its slash back before
// anything is asked for. Nothing is loaded again, as a host that takes the slash away would send the browser round and round.

{
  const { protocol, pathname, search, hash } = location;
  // A copy in a file may have any name.
  if (/^http/.test(protocol) && /\/[^/.]+$/.test(pathname)) {
    try {
      history.replaceState(null, "", `${pathname}/${search}${hash}`);
    } catch {
      // In a frame without an origin no address may change.
    }
  }
}
