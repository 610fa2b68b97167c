// The way back to the story leads to where the reader was in it, with what was open and chosen there.

{
  // The history grows when the reader goes to places of this page.
  const length = history.length;

  for (const link of document.querySelectorAll("[data-back]")) {
    const [story] = link.href.split("#");
    const isStory = (address) => address.split(/[?#]/)[0] == story;

    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const { navigation } = window;
      const before = navigation?.currentEntry && navigation.entries().slice(0, navigation.currentEntry.index);
      const visited = before?.filter(({ url }) => url && isStory(url)).pop();
      if (visited) navigation.traverseTo?.(visited.key);
      // Browsers without the list of entries know where the page was opened from.
      else if (!before && isStory(document.referrer) && history.length == length) history.back();
      else return;
      event.preventDefault();
    });

    // A story that is opened anew shows the same.
    if (isStory(document.referrer)) link.search = new URL(document.referrer).search;
  }
}
