import adapter from "@sveltejs/adapter-static";

// Only the first page is prerendered, because the pages to which it links do not exist.
export default { kit: { adapter: adapter({ pages: "dist" }), prerender: { crawl: false } } };
