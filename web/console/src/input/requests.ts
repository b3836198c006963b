/** Reads requests out of curl commands and `.http` files. Headers are left out: they hold tokens. */

export interface Request {
  method: string;
  url: string;
  body: string;
  /** The names of the headers that were left out. */
  dropped: string[];
}

/** The requests of a text; none when it is neither a curl command nor an `.http` file. */
export function readRequests(text: string): Request[] {
  const curl = text.split('\n').findIndex((line) => /^\s*[$>]?\s*curl(\.exe)?(\s|$)/.test(line));
  if (
    curl >= 0 &&
    text
      .split('\n')
      .slice(0, curl)
      .every((line) => /^\s*(#|\/\/|$|export\s|\w+=)/.test(line))
  )
    return readCurl(text);
  return readHttp(text);
}

/** Options of curl that take a value which says nothing about the body. */
const WITH_VALUE = new Set([
  '-u',
  '--user',
  '-o',
  '--output',
  '-A',
  '--user-agent',
  '-b',
  '--cookie',
  '-c',
  '-e',
  '--referer',
  '-m',
  '--max-time',
  '--connect-timeout',
  '--cacert',
  '--cert',
  '--key',
  '-E',
  '-x',
  '--proxy',
  '--retry',
  '-w',
  '--write-out',
  '--resolve',
  '-K',
  '--config',
]);

function readCurl(text: string): Request[] {
  const requests: Request[] = [];
  for (const words of commands(text)) {
    if (!/^curl(\.exe)?$/.test(words[0] ?? '')) continue;
    let method = '';
    let url = '';
    const body: string[] = [];
    const dropped: string[] = [];
    for (let index = 1; index < words.length; index += 1) {
      const word = words[index] ?? '';
      const [name = '', ...inline] = word.startsWith('--') ? word.split('=') : [word];
      const value = () => {
        if (inline.length > 0) return inline.join('=');
        index += 1;
        return words[index] ?? '';
      };
      if (/^-[XHd]./.test(word) && !word.startsWith('--')) {
        const joined = word.slice(2);
        if (word[1] === 'X') method = joined;
        else if (word[1] === 'H') dropped.push(joined.split(':')[0] ?? '');
        else body.push(joined);
      } else if (name === '-X' || name === '--request') method = value();
      else if (name === '-H' || name === '--header') dropped.push(value().split(':')[0]?.trim() ?? '');
      else if (/^(-d|--data(-raw|-binary|-ascii)?|--json)$/.test(name)) body.push(value());
      else if (name === '--url') url = value();
      else if (name === '<<<') body.push(value());
      else if (WITH_VALUE.has(name)) value();
      else if (!word.startsWith('-') && url === '') url = word;
    }
    const heredoc = body.indexOf('@-');
    const said = heredoc >= 0 ? (words.at(-1) ?? '') : body.filter((part) => !part.startsWith('@')).join('&');
    requests.push({ method: method.toUpperCase() || (body.length > 0 ? 'POST' : 'GET'), url, body: said, dropped });
  }
  return requests;
}

/** The commands of a shell, each as its words; the text of `<<END` is the last word. */
function commands(text: string): string[][] {
  const result: string[][] = [];
  let words: string[] = [];
  let at = 0;
  const end = () => {
    if (words.length > 0) result.push(words);
    words = [];
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const blank = /^(\\\r?\n|[ \t\r]|\^\r?\n|`\r?\n)+/.exec(rest);
    const heredoc = /^<<-?\s*(['"]?)(\w+)\1[^\n]*\n([\s\S]*?)(?:^|\n)[ \t]*\2[ \t]*(?=\r?\n|$)/.exec(rest);
    if (blank !== null) at += blank[0].length;
    else if (heredoc !== null) {
      words.push(heredoc[3] ?? '');
      at += heredoc[0].length;
    } else if (/^[\n;|&]/.test(rest)) {
      end();
      at += 1;
    } else if (words.length === 0 && /^(#|\/\/|\$ |> )/.test(rest)) at += /^[$>]/.test(rest) ? 2 : rest.search(/\n|$/) || 1;
    else {
      const [word, length] = shellWord(rest);
      words.push(word);
      at += Math.max(1, length);
    }
  }
  end();
  return result;
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

/** The first word of a command line, and how many characters it takes. */
function shellWord(text: string): [string, number] {
  let word = '';
  let at = 0;
  while (at < text.length && !/[\s;|&]/.test(text[at] ?? '')) {
    const character = text[at];
    if (character === "'" || (character === '$' && text[at + 1] === "'")) {
      const ansi = character === '$';
      at += ansi ? 2 : 1;
      while (at < text.length && text[at] !== "'") {
        if (ansi && text[at] === '\\') {
          at += 1;
          word += ESCAPES[text[at] ?? ''] ?? text[at] ?? '';
        } else word += text[at];
        at += 1;
      }
      at += 1;
    } else if (character === '"') {
      at += 1;
      while (at < text.length && text[at] !== '"') {
        if (text[at] === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '')) {
          at += 1;
          if (text[at] !== '\n') word += text[at];
        } else word += text[at];
        at += 1;
      }
      at += 1;
    } else if (character === '\\') {
      if (text[at + 1] !== '\n') word += text[at + 1] ?? '';
      at += 2;
    } else {
      word += character;
      at += 1;
    }
  }
  return [word, at];
}

const METHODS = /^(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+(\S+)(\s+HTTP\/[\d.]+)?\s*$/;

function readHttp(text: string): Request[] {
  const variables = new Map<string, string>();
  const requests: Request[] = [];
  for (const part of text.split(/^###.*$/m)) {
    const lines = part.split(/\r?\n/);
    let line = 0;
    for (; line < lines.length; line += 1) {
      const variable = /^\s*@([\w-]+)\s*=\s*(.*)$/.exec(lines[line] ?? '');
      if (variable?.[1] !== undefined) variables.set(variable[1], variable[2]?.trim() ?? '');
      else if (!/^\s*(#.*|\/\/.*)?$/.test(lines[line] ?? '')) break;
    }
    const request = METHODS.exec(lines[line]?.trim() ?? '');
    if (request === null) continue;
    const [, method = '', url = ''] = request;
    const dropped: string[] = [];
    let target = url;
    line += 1;
    for (; line < lines.length && (lines[line] ?? '').trim() !== ''; line += 1) {
      const header = /^([\w-]+):/.exec(lines[line] ?? '');
      if (header?.[1] !== undefined) dropped.push(header[1]);
      else if (/^\s*[?&/]/.test(lines[line] ?? '')) target += (lines[line] ?? '').trim();
    }
    const body = lines
      .slice(line + 1)
      .join('\n')
      .replace(/^\s*(>\s*\{%[\s\S]*|<>?\s.*)$/m, '');
    const filled = target.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (whole, name: string) => variables.get(name) ?? whole);
    requests.push({ method, url: filled, body: body.trim() === '' ? '' : `${body.trim()}\n`, dropped });
  }
  return requests;
}
