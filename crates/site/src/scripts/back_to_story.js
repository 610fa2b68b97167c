// Makes the link back to the story restore the reader's position in the story, with the same open cards and the same
// choices.

{
  // The length of the history grows when the reader follows a link within this page.
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
      // In browsers without the Navigation API, the referrer shows that the page was opened from the story.
      else if (!before && isStory(document.referrer) && history.length == length) history.back();
      else return;
      event.preventDefault();
    });

    // If the link has to load the story again, the query restores the reader's view.
    if (isStory(document.referrer)) link.search = new URL(document.referrer).search;
  }
}
