//! A publisher's WordPress: a copy of Debian's files, a separate database server, and PHP's built-in web server.
//! Dropping [`Publisher`] ends both servers and removes the files.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{
    fs,
    io::Write,
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;
use tests::engine::process::Process;
use tokio::net::TcpListener;

/// The folder of WordPress on Debian.
const WORDPRESS: &str = "/usr/share/wordpress";
/// The folder of WordPress's themes on Debian.
const THEMES: &str = "/var/lib/wordpress/wp-content/themes";
/// A theme with the same narrow column for classic posts and for blocks.
const THEME: &str = "twentytwentyone";
/// The folder with the PHP files of this test.
const OWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/wordpress");

/// A running WordPress with its posts.
pub(super) struct Publisher {
    posts: Vec<(String, String)>,
    _web: Process,
    _database: Process,
    _folder: TempDir,
}

impl Publisher {
    /// Installs WordPress with `posts` and serves it. `explainer` is the address of the server from which WordPress
    /// requests the explainer.
    pub(super) async fn open(explainer: &str, posts: &[(String, String)]) -> Result<Self> {
        ensure!(Path::new(WORDPRESS).is_dir(), "there is no {WORDPRESS}; Debian has it as `wordpress`");
        let folder = TempDir::new()?;
        let wordpress = folder.path().join("wordpress");
        copy(Path::new(WORDPRESS), &wordpress)?;
        copy(Path::new(THEMES), &wordpress.join("wp-content/themes"))?;
        fs::create_dir_all(wordpress.join("wp-content/mu-plugins"))?;
        fs::copy(format!("{OWN}/bridge.php"), wordpress.join("wp-content/mu-plugins/bridge.php"))?;
        let (database, port) = database(folder.path()).await?;
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?;
        let config = format!(
            "<?php\ndefine('DB_NAME', 'wordpress');\ndefine('DB_USER', 'wordpress');\ndefine('DB_PASSWORD', 'not-a-secret');\n\
             define('DB_HOST', '127.0.0.1:{port}');\ndefine('DB_CHARSET', 'utf8mb4');\ndefine('DB_COLLATE', '');\n\
             define('DISABLE_WP_CRON', true);\ndefine('EXPLAINER_SERVER', '{explainer}');\n$table_prefix = 'wp_';\n\
             if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n"
        );
        fs::remove_file(wordpress.join("wp-config.php")).ok();
        fs::write(wordpress.join("wp-config.php"), config)?;
        let posts = set_up(&wordpress, &format!("http://{address}"), posts)?;
        let mut web = Command::new("php");
        web.args(["-S", &address.to_string(), "-t"]).arg(&wordpress).env("PHP_CLI_SERVER_WORKERS", "4");
        web.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let web = Process::listening(web, address).await?;
        Ok(Self { posts, _web: web, _database: database, _folder: folder })
    }

    /// Returns the names of the posts with their addresses.
    pub(super) fn posts(&self) -> impl Iterator<Item = (&String, &String)> {
        self.posts.iter().map(|(name, address)| (name, address))
    }
}

/// Starts a MariaDB server, and returns its process and the port at which it listens.
async fn database(folder: &Path) -> Result<(Process, u16)> {
    let data = folder.join("data");
    let user = "--user=root";
    let mut install = Command::new("mariadb-install-db");
    install.arg(user).arg(format!("--datadir={}", data.display())).stdout(Stdio::null()).stderr(Stdio::null());
    ensure!(install.status().context("MariaDB cannot be run; Debian has it as `mariadb-server`")?.success(), "no database can be made");
    let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?;
    let first = folder.join("first.sql");
    fs::write(
        &first,
        "CREATE DATABASE wordpress;\nCREATE USER 'wordpress'@'127.0.0.1' IDENTIFIED BY 'not-a-secret';\n\
         CREATE USER 'wordpress'@'localhost' IDENTIFIED BY 'not-a-secret';\nGRANT ALL ON wordpress.* TO 'wordpress'@'127.0.0.1';\n\
         GRANT ALL ON wordpress.* TO 'wordpress'@'localhost';\n",
    )?;
    let mut command = Command::new("mariadbd");
    command.args(["--no-defaults", user, "--bind-address=127.0.0.1"]);
    command.arg(format!("--port={}", address.port())).arg(format!("--datadir={}", data.display()));
    command.arg(format!("--socket={}", folder.join("socket").display())).arg(format!("--pid-file={}", folder.join("pid").display()));
    command.arg(format!("--init-file={}", first.display())).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok((Process::listening(command, address).await?, address.port()))
}

/// Runs `setup.php`, which installs WordPress and makes the posts. Returns the names and addresses
/// of the posts.
fn set_up(wordpress: &Path, address: &str, posts: &[(String, String)]) -> Result<Vec<(String, String)>> {
    let mut command = Command::new("php");
    command.arg(PathBuf::from(OWN).join("setup.php")).args([address, THEME]).current_dir(wordpress);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = command.spawn().context("PHP cannot be run; Debian has it as `php-cli`")?;
    let written: serde_json::Map<String, Value> =
        posts.iter().map(|(name, content)| (name.clone(), Value::from(content.clone()))).collect();
    running.stdin.take().context("PHP has no input pipe")?.write_all(Value::from(written).to_string().as_bytes())?;
    let output = running.wait_with_output()?;
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let addresses: serde_json::Map<String, Value> = output
        .find('{')
        .and_then(|start| serde_json::from_str(&output[start..]).ok())
        .with_context(|| format!("WordPress says: {output}"))?;
    Ok(posts.iter().filter_map(|(name, _)| Some((name.clone(), addresses.get(name)?.as_str()?.to_owned()))).collect())
}

/// Copies all files in `from` to `to`. Follows symbolic links, because some of Debian's files are links to other
/// folders. Skips broken links.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("the path has no file name")?);
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() => copy(&path, &target)?,
            Ok(_) => {
                fs::copy(&path, &target)?;
            }
            Err(_) => {}
        }
    }
    Ok(())
}
