import { useState } from "react";
import { Choice } from "./Choice.jsx";
import { Card, Figure, Html } from "./text.jsx";

export function Years({ title, instruction, table, heads, decision, years, isOpen }) {
  const [chosen, setChosen] = useState(decision);
  const told = years.find(({ year }) => year === chosen);
  return (
    <>
      <Figure title={title}>
        <p>{instruction}</p>
        <svg viewBox={`0 0 ${years.length * 30} 155`} aria-hidden="true">
          {years.map(({ year, geneva, newYork }, at) => {
            const kind = `${year === decision ? "decision" : "soft"}${year === chosen ? " chosen" : ""}`;
            return (
              <g key={year}>
                <rect className={kind} x={at * 30} y={70 - geneva.step * 15} width="26" height={geneva.step * 15} />
                <rect className={kind} x={at * 30} y={150 - newYork.step * 15} width="26" height={newYork.step * 15} />
              </g>
            );
          })}
        </svg>
        <Choice
          name="year"
          label={heads[0]}
          answers={years.map(({ year }) => ({ value: year, words: year }))}
          chosen={chosen}
          onChoose={setChosen}
        />
        <div className="told">
          <div id={`in-${told.year}`}>
            <h4>{told.year}</h4>
            <p>
              {heads[1]}: {told.geneva.words} {told.geneva.symbol}
            </p>
            <p>
              {heads[2]}: {told.newYork.words} {told.newYork.symbol}
            </p>
            <p>{told.text}</p>
            <Html text={told.sources} />
          </div>
        </div>
      </Figure>
      <Card id="roles" title={table} isOpen={isOpen}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, geneva, newYork }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>
                  {geneva.words} {geneva.symbol}
                </td>
                <td>
                  {newYork.words} {newYork.symbol}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}
