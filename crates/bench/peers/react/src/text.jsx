import { useEffect, useState } from "react";

export function Html({ text, className }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: text }} />;
}

export function Card({ id, title, isOpen, children }) {
  const [open, setOpen] = useState(isOpen);
  useEffect(() => setOpen(isOpen), [isOpen]);
  return (
    <details id={id} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

export function Figure({ title, caption, children }) {
  return (
    <figure>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      {children}
      {caption && <p className="caption">{caption}</p>}
    </figure>
  );
}
