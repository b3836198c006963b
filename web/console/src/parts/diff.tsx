/** The difference between two texts, line by line, as a diff is usually shown. */

import { diffLines } from 'diff';

const SIGNS = { added: '+', removed: '−', same: ' ' };

export default function Diff({ from, to, label }: { from: string; to: string; label: string }) {
  const lines = diffLines(from.trimEnd(), to.trimEnd()).flatMap(({ value, added, removed }) => {
    const kind = added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const);
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ kind, line }));
  });
  return (
    <pre class="code diff" role="region" aria-label={label} tabIndex={0}>
      {lines.map(({ kind, line }, index) => (
        <span key={index} class={`line ${kind}`}>
          <span class="sign">{SIGNS[kind]}</span>
          {line}
          {line === '' && '\n'}
        </span>
      ))}
    </pre>
  );
}
