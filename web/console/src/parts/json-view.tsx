/** A JSON text as it is shown where it cannot be edited. */

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

export function JsonView({ text, label }: { text: string; label: string }) {
  return (
    <pre class="code" role="region" aria-label={label} tabIndex={0}>
      {text
        .trimEnd()
        .split('\n')
        .map((line, index) => (
          <span key={index} class="line">
            {tokens(line)}
            {line === '' && '\n'}
          </span>
        ))}
    </pre>
  );
}

function tokens(line: string) {
  const parts = [];
  let end = 0;
  for (const match of line.matchAll(TOKEN)) {
    const [all, string, colon] = match;
    const kind = string === undefined ? 'literal' : colon === undefined ? 'string' : 'key';
    parts.push(line.slice(end, match.index), <span class={kind}>{string ?? all}</span>, colon ?? '');
    end = match.index + all.length;
  }
  parts.push(line.slice(end));
  return parts;
}
