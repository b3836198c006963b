// The schemas as they are checked in.

import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../../", import.meta.url);

export const documents = readdirSync(new URL("schemas/", root))
  .filter((file) => file.endsWith(".schema.json") && !file.startsWith("ctslint"))
  .map((file) => file.replace(".schema.json", ""));

export const requests = documents.filter((document) => document.endsWith("request"));

const folders = { default: "", editor: "draft-07/", forms: "forms/", codegen: "codegen/" };

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

// What a profile says of a body: in a blind spot the opposite of the checker.
export function verdict(profile, body) {
  if (profile === "codegen") {
    return body.codegen;
  }
  return body.blind ? !body.accepted : body.accepted;
}
