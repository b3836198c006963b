// ajv gives the verdict of the checker on every body that the tables give rise to.
//
// `cargo test -p ctslint enumerated_bodies` writes the bodies and the verdicts.

import assert from "node:assert/strict";
import test from "node:test";

import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";

import { documents, drafts, read, schema } from "./schemas.js";

const annotations = ["markdownDescription", "enumDescriptions", "errorMessage", "defaultSnippets"];

function validators(draft) {
  const options = { strict: true, strictTypes: true, strictTuples: true, validateSchema: true };
  const ajv = draft === "7" ? new Ajv(options) : new Ajv2020(options);
  ajv.addVocabulary(annotations);
  return Object.fromEntries(
    documents.map((document) => {
      const emitted = schema(draft, document);
      assert.equal(ajv.validateSchema(emitted), true, `${document} is valid against its meta-schema`);
      return [document, ajv.compile(emitted)];
    }),
  );
}

const bodies = read("target/agreement/bodies.jsonl")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

for (const draft of Object.keys(drafts)) {
  test(`ajv agrees with the checker, draft ${draft}`, (context) => {
    assert.ok(bodies.length >= 10_000, `only ${bodies.length} bodies`);
    const validate = validators(draft);
    let blind = 0;
    for (const body of bodies) {
      const accepted = validate[body.document](JSON.parse(body.text));
      // In a blind spot the schema says the opposite.
      const expected = body.blind ? !body.accepted : body.accepted;
      blind += body.blind ? 1 : 0;
      assert.equal(accepted, expected, `${body.document}: ${body.text}`);
    }
    context.diagnostic(`${bodies.length} bodies, ${blind} in a blind spot`);
  });
}
