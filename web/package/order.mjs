// The order of the functions of a module, by which gzip gets it smaller: it finds again what it saw within the last 32 kB, so
// functions that are alike stand side by side.

const WINDOW = 32768;
/** Sequences of so many bytes are compared: of three to eight, these give the smallest module. */
const LENGTH = 5;

const CUSTOM = 0;
const IMPORTS = 2;
const CODE = 10;

/** The module with numbers for names, by which `wasm-opt --reorder-functions-by-name` gives the functions their order. */
export function named(module) {
  const kept = [module.subarray(0, 8)];
  let bodies = [];
  for (const [id, from, start, end] of sections(module)) {
    if (id === IMPORTS) throw new Error('the module imports something: its functions would be counted wrongly');
    if (id === CODE) bodies = functions(module, start);
    if (id !== CUSTOM) kept.push(module.subarray(from, end));
  }
  const places = order(bodies).map((number, place) => [number, place]);
  const names = places
    .sort(([left], [right]) => left - right)
    .map(([number, place]) => [...leb(number), ...text(String(place).padStart(5, '0'))]);
  const all = [...leb(names.length), ...names.flat()];
  const section = [...text('name'), 1, ...leb(all.length), ...all];
  return Buffer.concat([...kept, Buffer.from([CUSTOM, ...leb(section.length), ...section])]);
}

/** Begins with the longest function; the next is always the one of which the most is in the window already. */
function order(bodies) {
  const numbers = new Map();
  const parts = bodies.map((body) => sequences(body, numbers));
  const seen = new Uint32Array(numbers.size);
  const left = new Set(bodies.keys());
  const order = [];
  let [first, size] = [0, 0];
  let next = bodies.reduce((longest, body, number) => (body.length > bodies[longest].length ? number : longest), 0);
  while (left.size > 0) {
    left.delete(next);
    order.push(next);
    size += bodies[next].length;
    for (const part of parts[next]) seen[part]++;
    while (size > WINDOW && first < order.length - 1) {
      const leaving = order[first++];
      size -= bodies[leaving].length;
      for (const part of parts[leaving]) seen[part]--;
    }
    let most = -1;
    for (const number of left) {
      let known = 0;
      for (const part of parts[number]) if (seen[part] > 0) known++;
      const share = known / (parts[number].length || 1);
      if (share > most) [most, next] = [share, number];
    }
  }
  return order;
}

/** The sequences of bytes in a function, each once, as numbers. */
function sequences(body, numbers) {
  const own = new Set();
  for (let at = 0; at + LENGTH <= body.length; at++) {
    const sequence = body.toString('latin1', at, at + LENGTH);
    if (!numbers.has(sequence)) numbers.set(sequence, numbers.size);
    own.add(numbers.get(sequence));
  }
  return Uint32Array.from(own);
}

/** Of each section its number, and where it, what is in it, and what is behind it start. */
function* sections(module) {
  for (let at = 8; at < module.length; ) {
    const [length, start] = number(module, at + 1);
    yield [module[at], at, start, start + length];
    at = start + length;
  }
}

/** What is in the section of the code. */
function functions(module, start) {
  let [count, at] = number(module, start);
  return Array.from({ length: count }, () => {
    const [length, body] = number(module, at);
    at = body + length;
    return module.subarray(body, at);
  });
}

/** A number in LEB128, and where it ends. */
function number(module, at) {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = module[at++];
    value += (byte & 127) * shift;
    if (byte < 128) return [value, at];
  }
}

function leb(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}

function text(value) {
  return [...leb(value.length), ...Buffer.from(value)];
}
