/** Explanations, which are plain Markdown: headings, paragraphs, lists, quotes, tables and code. */

import type { JSX } from 'preact';
import { Rich } from './rich.tsx';

/** A line that ends in Chinese goes on in the next one without a space. */
const joined = (lines: string[]) =>
  lines
    .join('\n')
    .replaceAll(/(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replaceAll('\n', ' ');

const BLOCK = /^(#|```|- |\* |> ?|\|)/;

export function Markdown({ text, level }: { text: string; level: number }) {
  const lines = text.split('\n');
  const blocks: JSX.Element[] = [];
  let at = 0;
  const take = (test: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && test(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const key = blocks.length;
    if (line.trim() === '') at += 1;
    else if (line.startsWith('#')) {
      at += 1;
      const depth = Math.min(6, level + line.search(/[^#]/) - 1);
      const Heading = `h${depth}` as 'h3';
      blocks.push(
        <Heading key={key}>
          <Rich text={line.replace(/^#+\s*/, '')} />
        </Heading>,
      );
    } else if (line.startsWith('```')) {
      at += 1;
      const code = take((next) => !next.startsWith('```'));
      at += 1;
      blocks.push(
        <pre key={key} class="code small" tabIndex={0}>
          {code.join('\n')}
        </pre>,
      );
    } else if (/^[-*] /.test(line)) {
      const items = take((next) => /^([-*] |\s+\S)/.test(next))
        .join('\n')
        .split(/^[-*] /m)
        .filter(Boolean);
      blocks.push(
        <ul key={key}>
          {items.map((item) => (
            <li key={item}>
              <Rich text={item.replaceAll(/\s+/g, ' ').trim()} />
            </li>
          ))}
        </ul>,
      );
    } else if (line.startsWith('>')) {
      const quote = take((next) => next.startsWith('>'))
        .map((next) => next.replace(/^>\s?/, ''))
        .filter(Boolean);
      blocks.push(
        <blockquote key={key} lang="en">
          {quote.map((part) => (
            <p key={part} class={part.startsWith('—') ? 'cite' : 'quote'}>
              <Rich text={part} />
            </p>
          ))}
        </blockquote>,
      );
    } else if (line.startsWith('|')) {
      const rows = take((next) => next.startsWith('|')).filter((row) => !/^\|[\s:|-]+\|$/.test(row));
      blocks.push(
        <div key={key} class="table">
          <table>
            <tbody>
              {rows.map((row) => (
                <tr key={row}>
                  {row
                    .split('|')
                    .slice(1, -1)
                    .map((cell, column) => (
                      <td key={column}>
                        <Rich text={cell.trim()} />
                      </td>
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>,
      );
    } else {
      const paragraph = take((next) => next.trim() !== '' && !BLOCK.test(next));
      blocks.push(
        <p key={key}>
          <Rich text={joined(paragraph)} />
        </p>,
      );
    }
  }
  return <>{blocks}</>;
}
