//! Runs a program until the [`Process`] that represents it is dropped.

use anyhow::{Context, Result, bail, ensure};
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    time::{interval, timeout},
};

/// The longest wait until a program listens.
const PATIENCE: Duration = Duration::from_secs(20);
/// The time between two attempts to connect.
const KNOCK: Duration = Duration::from_millis(10);
/// The number of ports to try. Another program may take a port after it was found free and before the driver uses it.
const PORTS: usize = 3;

/// A running program. Dropping this value ends the program.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    pub(super) fn of(child: Child) -> Self {
        Self(child)
    }

    pub(super) fn id(&self) -> u32 {
        self.0.id()
    }

    /// Starts a program, and waits until it listens at `address`.
    ///
    /// # Errors
    /// Fails if the program cannot be run, ends before it listens, or does not listen within 20
    /// seconds.
    pub async fn listening(mut command: Command, address: SocketAddr) -> Result<Self> {
        let program = command.get_program().display().to_string();
        let mut process = Self(command.spawn().with_context(|| format!("{program} cannot be run"))?);
        ensure!(process.listens(address).await?, "{program} has ended");
        Ok(process)
    }

    /// Starts a driver on a free port. Returns the driver, and the address at which it listens.
    ///
    /// # Errors
    /// Fails if no port is free, or if the driver cannot be run or does not listen.
    pub async fn driver(program: &Path, arguments: &[&str], environment: &[(&'static str, String)]) -> Result<(Self, String)> {
        for _ in 0..PORTS {
            let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?;
            let mut command = Command::new(program);
            command.arg(format!("--port={}", address.port())).args(arguments).envs(environment.iter().map(|(name, value)| (name, value)));
            // The browser also writes to the driver's output. The tests do not need this output.
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            let mut driver = Self(command.spawn().with_context(|| format!("{} cannot be run", program.display()))?);
            if driver.listens(address).await? {
                return Ok((driver, format!("http://{address}")));
            }
        }
        bail!("{} does not start", program.display())
    }

    /// Waits until a program listens at `address`. Returns `false` if the program of this [`Process`] ends first.
    async fn listens(&mut self, address: SocketAddr) -> Result<bool> {
        let connecting = async {
            let mut attempts = interval(KNOCK);
            while TcpStream::connect(address).await.is_err() {
                if self.0.try_wait()?.is_some() {
                    return Ok(false);
                }
                attempts.tick().await;
            }
            Ok(true)
        };
        timeout(PATIENCE, connecting).await.context("no program listens there")?
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Errors are ignored, because the program may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
