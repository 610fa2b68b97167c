//! The commands of `cargo xtask`, and the address options that `serve` and `dev` share.

pub mod build;
pub mod check;
pub mod dev;
pub mod freeze;
pub mod package;
pub mod serve;
pub mod test;

use clap::Args;

/// The address at which a command serves the site, and whether the command opens the site in a browser.
#[derive(Debug, Args)]
pub struct Address {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The host name or IP address to listen on; 0.0.0.0 accepts connections from other computers
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Open the page in a browser
    #[arg(long)]
    open: bool,
}
