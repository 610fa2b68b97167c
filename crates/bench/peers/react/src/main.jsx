import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import story from "../../story.json";
import "../../style.css";
import { App } from "./App.jsx";

hydrateRoot(
  document.getElementById("root"),
  <StrictMode>
    <App story={story} />
  </StrictMode>,
);
