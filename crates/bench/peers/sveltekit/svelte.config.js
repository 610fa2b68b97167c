import adapter from "@sveltejs/adapter-static";

// The first page alone: the others that it links to are not built.
export default { kit: { adapter: adapter({ pages: "dist" }), prerender: { crawl: false } } };
