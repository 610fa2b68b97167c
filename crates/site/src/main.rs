//! The program that writes the site.

use std::process::ExitCode;

fn main() -> ExitCode {
    site::main()
}
