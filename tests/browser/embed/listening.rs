//! Listeners as hosts have them.

/// A listener as hosts have them: it believes the frame only, and takes a height from what `expression` makes of the `data`.
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
