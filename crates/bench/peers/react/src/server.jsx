import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import story from "../../story.json";
import { App } from "./App.jsx";

export const title = story.title;

export const render = () =>
  renderToString(
    <StrictMode>
      <App story={story} />
    </StrictMode>,
  );
