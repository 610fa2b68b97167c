import { useState } from "react";
import { Choice } from "./Choice.jsx";
import { Landmarks, People, Plates, Reasons, Statements, Votes } from "./figures.jsx";
import { Card, Html } from "./text.jsx";
import { Years } from "./Years.jsx";

const FIGURES = {
  shift: (story, isOpen) => <Years {...story.years} isOpen={isOpen} />,
  why: (story) => <Reasons {...story.reasons} />,
  abductions: (story) => <People {...story.people} />,
  "un-history": (story) => <Votes {...story.votes} />,
  timeline: (story) => <Landmarks {...story.landmarks} />,
  article: (story) => <Statements {...story.statements} />,
};

export function App({ story }) {
  const [depth, setDepth] = useState("standard");
  const isBrief = depth === "brief";
  const isOpen = depth === "everything";
  return (
    <>
      <header>
        <h1>{story.title}</h1>
        <p className="brief">{story.answer}</p>
        <Choice name="depth" label={story.depth.legend} answers={story.depth.answers} chosen={depth} onChoose={setDepth} />
      </header>
      <main>
        <Plates {...story.plates} />
        <Html text={story.inShort} />
        {!isBrief && <Html className="text" text={story.introduction} />}
        {story.subjects.map((subject) => (
          <section id={subject.id} className="part" key={subject.id}>
            <h2>{subject.title}</h2>
            <p className="brief">{subject.brief}</p>
            {!isBrief && (
              <div className="text">
                <Html text={subject.text} />
                {FIGURES[subject.id]?.(story, isOpen)}
                {subject.cards.map((card) => (
                  <Card key={card.id} id={card.id} title={card.title} isOpen={isOpen}>
                    <Html text={card.text} />
                  </Card>
                ))}
              </div>
            )}
          </section>
        ))}
        <section className="sources">
          <h2>{story.sources.title}</h2>
          <ol>
            {story.sources.sources.map(({ number, title, publisher, date, url }) => (
              <li id={`source-${number}`} value={number} key={number}>
                {url ? <a href={url}>{title}</a> : title}. {publisher}
                {date && `, ${date}`}
              </li>
            ))}
          </ol>
        </section>
      </main>
      <nav>
        <ul>
          {story.parts.map(({ title, href }) => (
            <li key={href}>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
