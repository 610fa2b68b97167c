//! Finds or installs the web servers for which the site has configurations, so that the tests can run them. A server is
//! searched for on PATH, and nginx and Apache also in `/usr/sbin`. A missing server is installed from Debian's packages
//! if this user may do so. Otherwise a missing server is not an error, because not every system has all servers.

use std::path::PathBuf;

use anyhow::Result;

use crate::debian;

/// A web server for static files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostServer {
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
    /// Apache HTTP Server.
    Apache,
}

impl HostServer {
    /// Every server.
    pub const ALL: [Self; 3] = [Self::Nginx, Self::Caddy, Self::Apache];

    /// Returns the name of the server.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
            Self::Apache => "apache",
        }
    }

    /// Returns the path of the program, on PATH or (nginx and Apache) in `/usr/sbin`. Returns `None` if the program is
    /// missing.
    pub fn find(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Self::Nginx => &["nginx", "/usr/sbin/nginx"],
            Self::Caddy => &["caddy"],
            Self::Apache => &["apache2", "httpd", "/usr/sbin/apache2", "/usr/sbin/httpd"],
        };
        names.iter().find_map(|name| which::which(name).ok())
    }

    /// Finds or installs the program, and returns its path. Returns `None` if the program is missing and this user may
    /// not install it.
    ///
    /// # Errors
    /// Fails if the installation fails.
    pub fn ready(self) -> Result<Option<PathBuf>> {
        if self.find().is_none() && debian::may_install() {
            debian::install(self.debian_packages())?;
        }
        Ok(self.find())
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Nginx => &["nginx-light", "libnginx-mod-http-brotli-static"],
            Self::Caddy => &["caddy"],
            Self::Apache => &["apache2"],
        }
    }
}
