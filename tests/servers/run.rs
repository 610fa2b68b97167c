//! Starts servers with the configuration from the README. Adapts its ports, folders and host names, and adds the lines
//! that a server needs to run in a test.

use super::{copies::Copies, guide};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;
use tests::engine::process::Process;
use tokio::net::TcpListener;
use url::Url;
use xtask::servers::HostServer;

/// The folders of nginx's modules on Debian and other systems.
const NGINX_MODULES: [&str; 3] = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/share/nginx/modules"];
/// The module of nginx that sends `.br` files.
const BROTLI: &str = "ngx_http_brotli_static_module.so";
/// The folders of Apache's modules on several systems.
const APACHE_MODULES: [&str; 4] =
    ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules", "/usr/libexec/apache2"];
/// The names of the modules to load into Apache. A module that is compiled into Apache has no file.
const APACHE_NEEDS: [&str; 10] =
    ["deflate", "mpm_event", "unixd", "authz_core", "mime", "dir", "alias", "headers", "rewrite", "access_compat"];

/// The site's configuration file that a server uses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setup {
    /// The default file for the server.
    Plain,
    /// The file for an nginx with the module for Brotli.
    Brotli,
}

impl Setup {
    /// Returns whether the modules that `server` needs for this configuration are installed. For Apache, looks only for
    /// `mod_rewrite`.
    pub(crate) fn is_possible(self, server: HostServer) -> bool {
        match (self, server) {
            (Self::Plain, HostServer::Nginx | HostServer::Caddy) => true,
            (Self::Plain, HostServer::Apache) => apache_modules().is_some(),
            (Self::Brotli, _) => brotli().is_some(),
        }
    }
}

/// A running server. Dropping it ends the server.
pub(crate) struct Running {
    address: SocketAddr,
    _process: Process,
    _folder: TempDir,
}

impl Running {
    /// Starts `server` with the site in these folders of its host.
    pub(crate) async fn start(server: HostServer, setup: Setup, program: &Path, copies: &Copies, folders: &[&str]) -> Result<Self> {
        let own = TempDir::new()?;
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?;
        let example = guide::lines_for(server)?;
        let mut command = Command::new(program);
        let text = match server {
            HostServer::Nginx => {
                command.arg("-p").arg(own.path()).arg("-c").arg(own.path().join("conf")).args(["-e", "stderr"]);
                nginx(&example, setup, address, copies, folders)?
            }
            HostServer::Caddy => {
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(own.path().join("conf"));
                command.env("HOME", own.path()).env("XDG_DATA_HOME", own.path()).env("XDG_CONFIG_HOME", own.path());
                caddy(&example, address, copies, folders)?
            }
            HostServer::Apache => {
                command.arg("-X").arg("-d").arg(own.path()).arg("-f").arg(own.path().join("conf"));
                apache(&example, address, copies, folders)?
            }
        };
        fs::write(own.path().join("conf"), text)?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(fs::File::create(own.path().join("said"))?);
        match Process::listening(command, address).await {
            Ok(process) => Ok(Self { address, _process: process, _folder: own }),
            Err(error) => bail!("{error:#}: {}", fs::read_to_string(own.path().join("said")).unwrap_or_default()),
        }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the address of the site in `folder`.
    pub(crate) fn site(&self, folder: &str) -> Result<Url> {
        Url::parse(&format!("http://{}{folder}", self.address)).context("the address is not valid")
    }
}

/// Finds the first line of `configuration` that contains `marker`, and replaces this line with one line for each
/// folder. `change` adapts the line to the folder. The path of the copy of the site replaces [`guide::PLACE`] in the
/// line.
fn for_each(configuration: &str, marker: &str, copies: &Copies, folders: &[&str], change: impl Fn(&str, &str) -> String) -> Result<String> {
    let line = configuration
        .lines()
        .find(|line| line.contains(marker))
        .with_context(|| format!("the README has no line with {marker}: {configuration}"))?;
    let lines: Vec<_> =
        folders.iter().map(|folder| change(line, folder).replace(guide::PLACE, &copies.site(folder).to_string_lossy())).collect();
    Ok(configuration.replace(line, &lines.join("\n")))
}

fn nginx(configuration: &str, setup: Setup, address: SocketAddr, copies: &Copies, folders: &[&str]) -> Result<String> {
    let server = for_each(configuration, "include ", copies, folders, |line, _| match setup {
        Setup::Plain => line.to_owned(),
        Setup::Brotli => line.replace("nginx.conf", "nginx-brotli.conf"),
    })?;
    let server = server.replace("listen 80;", &format!("listen {address};\nroot {};\nadd_header X-Own yes;", copies.others().display()));
    let module = brotli().filter(|_| setup == Setup::Brotli).map(|module| format!("load_module {};\n", module.display()));
    Ok(format!(
        "{}daemon off;\nmaster_process off;\npid pid;\nevents {{}}\nhttp {{\naccess_log off;\nclient_body_temp_path a;\nproxy_temp_path b;\n\
         fastcgi_temp_path c;\nuwsgi_temp_path d;\nscgi_temp_path e;\n{server}\n}}\n",
        module.unwrap_or_default()
    ))
}

fn caddy(configuration: &str, address: SocketAddr, copies: &Copies, folders: &[&str]) -> Result<String> {
    let site = for_each(configuration, "import ", copies, folders, |line, _| line.to_owned())?;
    let others = format!(
        "http://:{} {{\nbind {}\nroot * {}\nheader /beside/* X-Own yes\nfile_server",
        address.port(),
        address.ip(),
        copies.others().display()
    );
    Ok(format!("{{\nadmin off\nauto_https off\n}}\n{}\n", site.replace("news.example {", &others)))
}

fn apache(configuration: &str, address: SocketAddr, copies: &Copies, folders: &[&str]) -> Result<String> {
    let host = for_each(configuration, "Alias ", copies, folders, |line, folder| match folder.trim_end_matches('/') {
        // At the root of a host, the site is the document root.
        "" => line.replace("Alias /explainer ", "DocumentRoot "),
        folder => line.replace("/explainer ", &format!("{folder} ")),
    })?;
    // Each copy needs its own section `<Directory>`.
    let (start, end) = ("<Directory ", "</Directory>");
    let (before, rest) = host.split_once(start).context("the README names no directory")?;
    let (section, after) = rest.split_once(end).context("the section has no end")?;
    let sections =
        folders.iter().map(|folder| format!("{start}{}{end}\n", section.replace(guide::PLACE, &copies.site(folder).to_string_lossy())));
    let others = copies.others();
    let neighbour = format!("<Directory {0}>\nRequire all granted\nHeader set X-Own yes\n</Directory>\n", others.display());
    let root = if folders == ["/"] { String::new() } else { format!("DocumentRoot {}\n", others.display()) };
    let host = format!("{before}{root}{}{neighbour}{after}", sections.collect::<String>()).replace("*:80", &address.to_string());
    let modules = apache_modules().context("Apache has no modules")?;
    let load = APACHE_NEEDS.iter().map(|name| (name, modules.join(format!("mod_{name}.so")))).filter(|(_, file)| file.is_file());
    let load: String = load.map(|(name, file)| format!("LoadModule {name}_module {}\n", file.display())).collect();
    // Apache refuses to serve requests as root.
    let user = if is_root() { "User www-data\nGroup www-data\n" } else { "" };
    Ok(format!("{load}{user}ServerName news.example\nListen {address}\nPidFile pid\nErrorLog /dev/stderr\nTypesConfig /dev/null\n{host}\n"))
}

/// Returns whether the current user is root. Returns `false` on systems without `/proc`.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

fn brotli() -> Option<PathBuf> {
    NGINX_MODULES.iter().map(|folder| Path::new(folder).join(BROTLI)).find(|module| module.is_file())
}

fn apache_modules() -> Option<PathBuf> {
    APACHE_MODULES.iter().map(PathBuf::from).find(|folder| folder.join("mod_rewrite.so").is_file())
}
