export function Choice({ name, label, answers, chosen, onChoose }) {
  return (
    <div className="choice" role="group" aria-label={label}>
      {answers.map(({ value, words }) => (
        <button key={value} {...{ [`data-${name}`]: value }} aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {words}
        </button>
      ))}
    </div>
  );
}
