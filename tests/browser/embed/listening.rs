/// Makes the page of a host. Its listener accepts messages only from the frame of the embed. `expression` computes the
/// height from the `data` of a message.
macro_rules! listening {
    ($frame:literal, $expression:literal) => {
        concat!(
            $frame,
            "<script>addEventListener('message', ({ source, data }) => { const frame = document.querySelector('iframe'); ",
            "if (source !== frame.contentWindow) return; const height = ",
            $expression,
            "; if (height > 0) frame.style.height = height + 'px' })</script>"
        )
    };
    ($expression:literal) => {
        listening!("<iframe src='EMBED' style='width:100%;border:0'></iframe>", $expression)
    };
}

pub(super) use listening;
