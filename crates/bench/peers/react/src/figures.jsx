import { Figure, Html } from "./text.jsx";

export function Plates({ title, caption, years }) {
  return (
    <Figure title={title} caption={caption}>
      <svg viewBox={`0 0 ${years.length * 50} 80`} aria-hidden="true">
        {years.map(({ year, stands }, at) => (
          <g key={year}>
            <rect x={at * 50} y="10" width="40" height="20" />
            <rect x={at * 50} y="34" width="40" height={stands ? 20 : 4} className={stands ? "soft" : "decision"} />
            <text x={at * 50} y="72">
              {year}
            </text>
          </g>
        ))}
      </svg>
    </Figure>
  );
}

export function Reasons({ title, caption, heads, rows }) {
  return (
    <Figure title={title} caption={caption}>
      <table>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={at}>
                  {cell && `${cell.isSaid ? "●" : "○"} ${cell.evidence}`}
                  {cell && <Html text={cell.sources} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}

export function People({ title, caption, groups }) {
  return (
    <Figure title={title} caption={caption}>
      <div className="people">
        {groups.map(({ words, people }) => (
          <div key={words}>
            <h4>
              {people.length} {words}
            </h4>
            <ul>
              {people.map(({ name, since }) => (
                <li key={name}>
                  {name} <span>{since}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Figure>
  );
}

export function Votes({ title, text, votes }) {
  return (
    <Figure title={title}>
      <p>{text}</p>
      <svg viewBox={`0 0 ${votes.length * 40} 215`} aria-hidden="true">
        {votes.map(({ year, symbol, counts }, at) => (
          <g key={symbol}>
            {counts.map((count, kind) => {
              const top = counts.slice(0, kind).reduce((sum, one) => sum + one, 0);
              return <rect key={kind} className={`vote-${kind}`} x={at * 40} y={top} width="34" height={count} />;
            })}
            <text x={at * 40} y="210">
              {year}
            </text>
          </g>
        ))}
      </svg>
    </Figure>
  );
}

export function Landmarks({ title, events }) {
  return (
    <Figure title={title}>
      <svg viewBox="0 0 610 50" aria-hidden="true">
        {events.map(({ at, title }) => (
          <rect key={title} x={at * 6} y="10" width="2" height="30" />
        ))}
      </svg>
      <ol className="landmarks">
        {events.map(({ date, title, threads, sources }) => (
          <li key={title}>
            <b>{date}</b> {title} <span>{threads.join(", ")}</span>
            <Html text={sources} />
          </li>
        ))}
      </ol>
    </Figure>
  );
}

export function Statements({ title, squares }) {
  return (
    <Figure title={title}>
      <ol className="squares">
        {squares.map(({ number, verdict, words }) => (
          <li key={number} className={verdict} title={words}>
            {number}
          </li>
        ))}
      </ol>
    </Figure>
  );
}
