// ajv in strict mode gives the verdict of the checker on every body that the tables give rise to.

import assert from "node:assert/strict";
import test from "node:test";

import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";

import { bodies, documents, filled, profiles, read, schema, verdict } from "./schemas.js";

const annotations = ["markdownDescription", "enumDescriptions", "errorMessage", "defaultSnippets"];

function validators(emitted, vocabulary) {
  const options = { strict: true, strictTypes: true, strictTuples: true, validateSchema: true };
  return Object.fromEntries(
    documents.map((document) => {
      const one = emitted(document);
      const ajv = one.$schema?.includes("draft-07") ? new Ajv(options) : new Ajv2020(options);
      ajv.addVocabulary(vocabulary);
      assert.equal(ajv.validateSchema(one), true, `${document} is valid against its meta-schema`);
      return [document, ajv.compile(one)];
    }),
  );
}

function hold(context, profile, validate, written = (document, body) => body) {
  assert.ok(bodies.length >= 10_000, `only ${bodies.length} bodies`);
  for (const body of bodies) {
    const accepted = validate[body.document](written(body.document, JSON.parse(body.text)));
    assert.equal(accepted, verdict(profile, body), `${body.document}: ${body.text}`);
  }
  context.diagnostic(`${bodies.length} bodies`);
}

// Strict validators know no keywords of editors; all other profiles have none.
for (const profile of profiles) {
  test(`ajv agrees with the checker, profile ${profile}`, (context) => {
    const vocabulary = profile === "editor" ? annotations : [];
    const validate = validators((document) => schema(profile, document), vocabulary);
    const schemas = Object.fromEntries(documents.map((document) => [document, schema(profile, document)]));
    hold(context, profile, validate, profile === "llm" ? (document, body) => filled(schemas[document], body) : undefined);
  });
}

// Printed by `ctslint schema --profile default --draft 7`, and not checked in.
test("ajv agrees with the checker, profile default in draft 7", (context) => {
  const plain = Object.fromEntries(JSON.parse(read("target/agreement/plain-draft-07.json")));
  hold(context, "default", validators((document) => plain[document], []));
});

// A list of one says nothing.
test("no schema has lists of one in `allOf`, `anyOf` or `oneOf`", () => {
  const visit = (value, at) => {
    if (value === null || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      const isList = ["allOf", "anyOf", "oneOf"].includes(name) && Array.isArray(inner);
      assert.ok(!isList || inner.length > 1, `${at}/${name}`);
      visit(inner, `${at}/${name}`);
    }
  };
  for (const profile of profiles) {
    for (const document of documents) visit(schema(profile, document), `${profile} ${document}`);
  }
});

// It also wants a link in each description. Huawei Cloud's requests and answers have what it does not know: `false` as a
// schema, lists as examples, a choice without a type.
test("the editors' schemas of Open Telekom Cloud's requests keep SchemaStore's strict rules but for links", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { regex: true } });
  const strict = ajv.compile(JSON.parse(read("tests/schemas/schemastore-strict-draft-07.json")));
  const faults = (judged) => {
    strict(judged);
    return (strict.errors ?? []).filter((error) => error.keyword !== "pattern" || !error.instancePath.endsWith("/description"));
  };
  const oneItem = { ...schema("editor", "v3-create-request"), allOf: [{ required: ["tracker_type"] }] };
  assert.notDeepEqual(faults(oneItem), [], "a list of one is refused");
  for (const document of ["v1-create-request", "v1-update-request", "v3-create-request", "v3-update-request"]) {
    assert.deepEqual(faults(schema("editor", document)), [], document);
  }
});
