// The schemas as they are checked in.

import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../../", import.meta.url);

export const documents = readdirSync(new URL("schemas/", root))
  .filter((file) => file.endsWith(".schema.json") && !file.startsWith("ctslint"))
  .map((file) => file.replace(".schema.json", ""));

export const drafts = { "2020-12": "", 7: "draft-07/" };

export function read(path) {
  return readFileSync(new URL(path, root), "utf8");
}

export function schema(draft, document) {
  return JSON.parse(read(`schemas/${drafts[draft]}${document}.schema.json`));
}
