//! `cargo xtask serve`: builds the site and serves it as a static host would, until an interrupt.
//!
//! [`crate::server`] answers the requests.

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::{Address, build};
use crate::project::Project;
use crate::server;

/// Builds the site, then serves it.
///
/// # Errors
/// Fails if the address cannot be used, if the build fails, if the server cannot be started or
/// fails, or if no browser can be opened although `address.open` is set. The address is checked
/// before the build.
pub fn run(project: &Project, address: &Address) -> Result<()> {
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(server::bind(&address.host, address.port))?;
    build::run(project, None)?;
    let router = server::router(&project.dist())?;
    announce(&listener, address, "serving dist/")?;
    runtime.block_on(async { axum::serve(listener, router).await })?;
    Ok(())
}

/// Prints the address of the site after the text `what`, and opens the site in a browser if `address.open` is set.
pub(crate) fn announce(listener: &TcpListener, address: &Address, what: &str) -> Result<()> {
    let port = listener.local_addr()?.port();
    let host = match address.host.as_str() {
        // These addresses stand for all interfaces. A browser needs the address of one interface.
        "0.0.0.0" | "::" => "127.0.0.1",
        // An IPv6 address needs brackets, because a colon begins the port.
        host if host.contains(':') => &format!("[{host}]"),
        host => host,
    };
    let url = format!("http://{host}:{port}/");
    eprintln!("{what} at {url}  (Ctrl-C ends it)");
    if address.open {
        open::that_detached(&url).with_context(|| format!("cannot open a browser; visit {url}"))?;
    }
    Ok(())
}
