//! A proxy that terminates TLS. Many hosts have such a proxy in front of their servers. The server behind the proxy
//! gets unencrypted requests. Their `Host` header names the proxy, not this server.

use anyhow::Result;
use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
};
use tempfile::TempDir;
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring::default_provider,
        pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
    },
};

/// The host name of the proxy, which is also in its certificate.
const NAME: &str = "localhost";

/// A proxy. It accepts connections only while [`Proxy::before`] runs.
pub struct Proxy {
    listener: TcpListener,
    acceptor: TlsAcceptor,
    folder: TempDir,
}

impl Proxy {
    /// Makes a proxy that listens but accepts no connection yet.
    ///
    /// # Errors
    /// Fails if no port is free, or the certificate cannot be made or written.
    pub async fn new() -> Result<Self> {
        let certified_key = rcgen::generate_simple_self_signed([NAME.to_owned()])?;
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(certified_key.signing_key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider())).with_safe_default_protocol_versions()?;
        let config = config.with_no_client_auth().with_single_cert(vec![certified_key.cert.der().clone()], key)?;
        let folder = TempDir::new()?;
        fs::write(folder.path().join("certificates.pem"), certified_key.cert.pem())?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        Ok(Self { listener, acceptor: TlsAcceptor::from(Arc::new(config)), folder })
    }

    /// While `work` runs, accepts all connections and forwards them to the server at `backend`. Returns the result of
    /// `work`.
    ///
    /// # Errors
    /// Fails if the proxy cannot accept connections any more.
    pub async fn before<T>(&self, backend: SocketAddr, work: impl Future<Output = T>) -> Result<T> {
        let forwarding = async {
            loop {
                let (stream, _) = self.listener.accept().await?;
                let acceptor = self.acceptor.clone();
                tokio::spawn(async move {
                    // An error is ignored, because it affects only this connection.
                    if let (Ok(mut reader), Ok(mut server)) = (acceptor.accept(stream).await, TcpStream::connect(backend).await) {
                        let _ = copy_bidirectional(&mut reader, &mut server).await;
                    }
                });
            }
        };
        tokio::select! {
            done = work => Ok(done),
            failed = forwarding => failed,
        }
    }

    /// Returns the port of the proxy.
    ///
    /// # Errors
    /// Fails if the system does not report the port.
    pub fn port(&self) -> Result<u16> {
        Ok(self.listener.local_addr()?.port())
    }

    /// Returns the origin at which clients reach the proxy.
    ///
    /// # Errors
    /// Fails if the system does not report the port.
    pub fn origin(&self) -> Result<String> {
        Ok(format!("https://{NAME}:{}", self.port()?))
    }

    /// Returns the path of the PEM file with the certificate that clients must trust.
    pub fn certificates(&self) -> PathBuf {
        self.folder.path().join("certificates.pem")
    }
}
