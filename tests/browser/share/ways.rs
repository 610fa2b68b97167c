//! Tests the ways to share a link: a button that copies the link, a text field from which the reader can copy it, the
//! share menu of the device, and a QR code.

use super::{DESCRIPTION, FIELD, OPENER, STATUS, open};
use crate::reader::{edition, seen};
use anyhow::{Context, Result, ensure};
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::{Fault, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(super) const TESTS: &[Test] = tests![
    the_link_is_copied,
    a_refusal_leaves_the_marked_text,
    the_device_shares,
    the_code_reads_as_the_link,
    without_its_module_the_dialog_has_the_address,
];

async fn the_link_is_copied(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/timeline/").await?;
    open(&visit).await?;
    visit.press("#share [value='copy']").await?;
    visit.until(&format!("{STATUS} == {:?}", edition().labels.share.copied)).await?;
    ensure!(visit.pasted().await? == format!("{}/timeline/", visit.home()));
    visit.check_quiet().await
}

async fn a_refusal_leaves_the_marked_text(engine: Arc<Engine>) -> Outcome {
    for without in [
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }) == null",
    ] {
        let visit = Visit::live(&engine, "/").await?;
        visit.look(without).await?;
        open(&visit).await?;
        visit.press("#share [value='copy']").await?;
        visit.until(&format!("{STATUS} == {:?}", edition().labels.share.refused)).await?;
        visit.check("document.activeElement.matches('#share textarea')").await?;
        visit.check("[document.activeElement].every(field => field.selectionEnd - field.selectionStart == field.value.length)").await?;
        visit.check_quiet().await?;
    }
    Ok(())
}

async fn the_device_shares(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/timeline/").await?;
    visit.look("Navigator.prototype.share = undefined").await?;
    open(&visit).await?;
    visit.check(&format!("!({})", seen!("#share [value=native]"))).await?;
    visit.press("#share [value='close']").await?;
    visit.look("navigator.share = data => (window.shared = data, Promise.reject(new DOMException('', 'AbortError')))").await?;
    open(&visit).await?;
    visit.press("#share [value='native']").await?;
    visit.until("window.shared != null").await?;
    visit.check("window.shared.url == location.href").await?;
    visit.check(&format!("window.shared.text == {DESCRIPTION} && window.shared.title == document.title")).await?;
    visit.check_quiet().await
}

async fn the_code_reads_as_the_link(engine: Arc<Engine>) -> Outcome {
    for address in ["/", "/un-history/?resolution=hrc-25-25&countries=CHN.JPN"] {
        let visit = Visit::live(&engine, address).await?;
        open(&visit).await?;
        visit.press("#share summary").await?;
        visit.until(&seen!("#share svg")).await?;
        visit.check("document.querySelector('#share svg > title').textContent != ''").await?;
        visit.look("document.querySelector('#share svg').scrollIntoView({ block: 'center', behavior: 'instant' })").await?;
        let picture = visit.find("#share svg").await?.screenshot_as_png().await?;
        ensure!(read_code(&picture)? == visit.read(FIELD).await?);
    }
    Ok(())
}

async fn without_its_module_the_dialog_has_the_address(engine: Arc<Engine>) -> Outcome {
    for missing in ["/share.js", "/share_bg.wasm"] {
        let visit = Visit::to(&engine, Script::On, Server::with_faults(&[(missing, Fault::Missing)]).await?).await?;
        visit.go("/shift/?year=2014").await?;
        visit.until_live().await?;
        visit.press(OPENER).await?;
        visit.until(&format!("{FIELD} == location.href")).await?;
        visit.until(&format!("!({})", seen!("#share [value=copy]"))).await?;
        visit.check("document.activeElement.matches('#share textarea')").await?;
        visit.press("#share [value='close']").await?;
        visit.until("!document.getElementById('share').open").await?;
    }
    Ok(())
}

/// Returns the text of the QR code in a PNG picture.
fn read_code(picture: &[u8]) -> Result<String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("the picture is too large")?];
    let frame = reader.next_frame(&mut pixels)?;
    let (width, height, samples) = (frame.width as usize, frame.height as usize, frame.color_type.samples());
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[(y * width + x) * samples]);
    let codes = picture.detect_grids();
    let code = codes.first().context("there is no code in the picture")?;
    Ok(code.decode()?.1)
}
