// The schemas as they are checked in.

import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../../", import.meta.url);

export const documents = readdirSync(new URL("schemas/", root))
  .filter((file) => file.endsWith(".schema.json") && !file.startsWith("ctslint"))
  .map((file) => file.replace(".schema.json", ""));

export const requests = documents.filter((document) => document.endsWith("request"));

const folders = { default: "", editor: "draft-07/", forms: "forms/", codegen: "codegen/", llm: "llm/" };

export const profiles = Object.keys(folders);

export function read(path) {
  return readFileSync(new URL(path, root), "utf8");
}

export function schema(profile, document) {
  return JSON.parse(read(`schemas/${folders[profile]}${document}.schema.json`));
}

// Written by `cargo test -p ctslint agreement`: the bodies that the tables give rise to, with the verdicts of the checker.
export const bodies = read("target/agreement/bodies.jsonl")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

// Written by `cargo test -p ctslint agreement`: the examples and what `check` says of them.
export const examples = JSON.parse(read("target/agreement/examples.json"));

// What a profile says of a body: in a blind spot the opposite of the checker. `llm` sees a body that is filled up.
export function verdict(profile, body) {
  if (profile === "codegen" || profile === "llm") {
    return body[profile];
  }
  return body.blind ? !body.accepted : body.accepted;
}

// A body as a model has to write it by such a schema: fields that are missing are `null`.
export function filled(schema, body) {
  const { properties, items } = schema.anyOf?.[0] ?? schema;
  if (items?.properties && Array.isArray(body)) {
    return body.map((item) => filled(items, item));
  }
  if (properties === undefined || typeof body !== "object" || body === null || Array.isArray(body)) {
    return body;
  }
  const whole = { ...body };
  for (const [name, field] of Object.entries(properties)) {
    whole[name] = Object.hasOwn(body, name) ? filled(field, body[name]) : null;
  }
  return whole;
}

// A body as it is sent.
export function withoutNulls(body) {
  return JSON.parse(JSON.stringify(body, (key, value) => value ?? undefined));
}
