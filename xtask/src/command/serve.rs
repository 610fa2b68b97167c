//! `cargo xtask serve`: builds the site and serves it until it is interrupted, as a host would.
//!
//! How requests are answered stands in [`crate::server`].

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::{Address, build};
use crate::project::Project;
use crate::server;

/// Builds, then serves.
///
/// # Errors
/// If the port is taken (said before the build, not after it), or the build fails.
pub fn run(project: &Project, address: &Address) -> Result<()> {
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(server::bind(&address.host, address.port))?;
    build::run(project, None)?;
    let router = server::router(&project.dist())?;
    announce(&listener, address, "serving dist/")?;
    runtime.block_on(async { axum::serve(listener, router).await })?;
    Ok(())
}

/// Says where the site is, and opens it if asked to.
pub(crate) fn announce(listener: &TcpListener, address: &Address, what: &str) -> Result<()> {
    let port = listener.local_addr()?.port();
    let host = match address.host.as_str() {
        // "Everywhere" is an address to listen on, not one to visit.
        "0.0.0.0" | "::" => "127.0.0.1",
        // A bare colon would begin the port.
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
