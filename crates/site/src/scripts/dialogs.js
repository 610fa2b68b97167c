// Opens the dialogs. Their style sheet and their programs are loaded when the reader needs them, not with the page.

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
          find("#search .status").textContent = search.dataset.missing;
        } else {
          // Without the program, the reader can still select and copy the address.
          find("#share [value=copy]").hidden = true;
          if (share.open) field.select();
        }
        console.warn(error);
      });
  };


  // Loads the program of a dialog. Also opens the dialog, unless the browser does so.
  const open = (dialog, isOpening) => {
    if (!isOpening) dialog.showModal();
    if (dialog.failed) dialog.program = dialog.failed = null;
    loadProgram(dialog);
  };

  for (const dialog of [share, search]) {
    const opener = find(`button.${dialog.id}`);
    // In browsers without `<dialog>`, both buttons stay hidden.
    opener.hidden = !dialog.showModal;
    opener.onpointerenter = opener.onfocus = loadStyle;
    opener.onclick = () => {
      field.value = location.href;
      // Browsers that support the attribute `command` open the dialog themselves.
      open(dialog, opener.command);
    };
    dialog.onclick = (event) => {
      if (event.target.value == "close" && !event.target.command) dialog.close();
    };
  }

  // The share link of a figure leads to the figure's own page. This script makes the link open the dialog instead, with
  // the address of that page in the field.
  for (const link of document.querySelectorAll(".share-figure")) {
    link.onclick = ({ ctrlKey, metaKey }) => {
      if (!share.showModal || ctrlKey || metaKey) return true;
      field.value = link.href;
      open(share);
      return false;
    };
  }

  // In browsers without `::details-content`, style sheets cannot open cards. Until the app has started, this script
  // opens them when the reader chooses the depth "everything".
  if (!CSS.supports("selector(::details-content)")) {
    document.addEventListener("change", (event) => {
      if (event.target.value == "everything" && document.documentElement.dataset.app != "live") {
        for (const card of document.querySelectorAll("details")) card.open = true;
      }
    });

    // Without `::details-content`, style sheets cannot print the content of closed cards either.
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("details:not([open])")];
      for (const card of closed) card.open = true;
    });
    addEventListener("afterprint", () => {
      for (const card of closed) card.open = false;
    });
  }

  // The share program offers to share a selected quote, so it is loaded when the reader selects text.
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.isCollapsed && find("main").contains(selection.anchorNode)) loadProgram(share);
  });
}
