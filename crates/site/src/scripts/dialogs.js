// Opens the dialogs and loads what is behind them.
//
// A dialog's style and program are loaded when somebody asks for the dialog, not with the page.

{
  const find = (selector) => document.querySelector(selector);
  const share = find("#share");
  const search = find("#search");
  const field = find("#share textarea");
  let styleSheet;

  const loadStyle = () => {
    if (styleSheet) return;
    styleSheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: share.dataset.style });
    document.head.append(styleSheet);
  };

  const loadProgram = (dialog) => {
    loadStyle();
    if (dialog.program) return;
    const { piece, index } = dialog.dataset;
    dialog.program = Promise.all([import(piece), index && fetch(index).then((answer) => answer.json())])
      .then(([glue, found]) => {
        dialog.index = found;
        return glue.default();
      })
      .catch((error) => {
        dialog.failed = true;
        if (dialog == search) {
          find("#search .said").textContent = search.dataset.missing;
        } else {
          // Without the program the address can still be selected and copied by hand.
          find("#share [value=copy]").hidden = true;
          if (share.open) field.select();
        }
        console.warn(error);
      });
  };

  // A saved copy has the openers as they are now, and no script: the style hides what no script has defined.
  customElements.define("with-script", class extends HTMLElement {});

  // Opens a dialog, unless the browser does so itself, and has its program fetched.
  const open = (dialog, isOpening) => {
    if (!isOpening) dialog.showModal();
    if (dialog.failed) dialog.program = dialog.failed = null;
    loadProgram(dialog);
  };

  for (const dialog of [share, search]) {
    const opener = find(`button.${dialog.id}`);
    // Browsers that know no dialogs have neither.
    opener.hidden = !dialog.showModal;
    opener.onpointerenter = opener.onfocus = loadStyle;
    opener.onclick = () => {
      field.value = location.href;
      // Browsers that know the attribute `command` open the dialog themselves.
      open(dialog, opener.command);
    };
    dialog.onclick = (event) => {
      if (event.target.value == "close" && !event.target.command) dialog.close();
    };
  }

  // A figure's link leads to the figure's own page. Here the dialog opens, with the address of that page in its field.
  for (const link of document.querySelectorAll(".share-figure")) {
    link.onclick = ({ ctrlKey, metaKey }) => {
      if (!share.showModal || ctrlKey || metaKey) return true;
      field.value = link.href;
      open(share);
      return false;
    };
  }

  // Where styles cannot open cards, the choice "everything" opens them here until the app does.
  if (!CSS.supports("selector(::details-content)")) {
    document.addEventListener("change", (event) => {
      if (event.target.value == "everything" && document.documentElement.dataset.app != "live") {
        for (const card of document.querySelectorAll("details")) card.open = true;
      }
    });

    // Nor can styles print what closed cards hold.
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("details:not([open])")];
      for (const card of closed) card.open = true;
    });
    addEventListener("afterprint", () => {
      for (const card of closed) card.open = false;
    });
  }

  // A selected quote can be shared.
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.isCollapsed && find("main").contains(selection.anchorNode)) loadProgram(share);
  });
}
