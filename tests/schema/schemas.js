// The schemas as they are checked in.

import { readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);

export const documents = [
  "v1-create-request",
  "v1-create-response",
  "v3-create-request",
  "v3-create-response",
  "error-response",
];

export const drafts = { "2020-12": "", 7: "draft-07/" };

export function read(path) {
  return readFileSync(new URL(path, root), "utf8");
}

export function schema(draft, document) {
  return JSON.parse(read(`schemas/${drafts[draft]}${document}.schema.json`));
}
