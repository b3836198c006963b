// What an editor makes of the draft-07 schemas: the language service that Visual Studio Code and others use.

import assert from "node:assert/strict";
import test from "node:test";

import languageService from "vscode-json-languageservice";

import { documents, read, schema } from "./schemas.js";

const { DiagnosticSeverity, getLanguageService, TextDocument } = languageService;
const service = getLanguageService({});

function open(document, text) {
  const uri = `file:///${document}.json`;
  service.configure({
    validate: true,
    schemas: [{ uri: schema("editor", document).$id, fileMatch: [`${document}.json`], schema: schema("editor", document) }],
  });
  const opened = TextDocument.create(uri, "json", 1, text);
  return { opened, parsed: service.parseJSONDocument(opened) };
}

// The text with the place of the cursor, `|`.
function place(marked) {
  const offset = marked.indexOf("|");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

async function complete(document, marked) {
  const { text, offset } = place(marked);
  const { opened, parsed } = open(document, text);
  const list = await service.doComplete(opened, opened.positionAt(offset), parsed);
  return list.items;
}

async function hover(document, marked) {
  const { text, offset } = place(marked);
  const { opened, parsed } = open(document, text);
  const shown = await service.doHover(opened, opened.positionAt(offset), parsed);
  return shown.contents.map((content) => content.value ?? content).join("\n");
}

// The JSON Pointer of the value or of the object around a place.
function pointer(opened, parsed, range) {
  const start = opened.offsetAt(range.start);
  let node = parsed.getNodeFromOffset(start, true);
  const path = [];
  if (node.parent?.type === "property" && node.parent.keyNode === node) {
    node = node.parent.valueNode ?? node;
  }
  for (; node.parent; node = node.parent) {
    if (node.parent.type === "property") {
      path.unshift(node.parent.keyNode.value);
    }
    if (node.parent.type === "array") {
      path.unshift(node.parent.items.indexOf(node));
    }
  }
  return path.map((step) => `/${step}`).join("");
}

async function faults(document, text) {
  const { opened, parsed } = open(document, text);
  const found = await service.doValidation(opened, parsed, { schemaValidation: "error" });
  const errors = found.filter((fault) => fault.severity === DiagnosticSeverity.Error);
  return errors.map((fault) => {
    const missing = /^Missing property "(.*)"\.$/.exec(fault.message)?.[1];
    const place = pointer(opened, parsed, fault.range);
    if (missing === undefined) {
      return { path: place, message: fault.message };
    }
    // The service marks the key of the object, or the body, where something is missing in it.
    return { path: `${place}/${missing}`, message: fault.message };
  });
}

test("field names are completed", async () => {
  const items = await complete("v3-create-request", '{ "obs_info": { "|" } }');
  const names = items.map((item) => item.label);
  const fields = Object.keys(schema("editor", "v3-create-request").properties.obs_info.properties);
  assert.ok(fields.length >= 5);
  for (const field of fields) {
    assert.ok(names.includes(field), `${field} is offered among ${names}`);
  }
});

test("values of enumerations are completed, with what they mean", async () => {
  const items = await complete("v3-create-request", '{ "obs_info": { "compress_type": | } }');
  const gzip = items.find((item) => item.label === '"gzip"');
  assert.match(gzip.documentation.value ?? gzip.documentation, /trace files are compressed/);
  assert.ok(items.some((item) => item.label === '"json"'));
});

test("whole bodies are offered", async () => {
  for (const document of ["v1-create-request", "v3-create-request"]) {
    const items = await complete(document, "|");
    const labels = items.map((item) => item.label);
    assert.ok(labels.includes(`${document}: required fields`), `${labels}`);
    assert.ok(labels.includes(`${document}: all fields`), `${labels}`);
  }
});

test("every field shows its description on hover", async () => {
  let fields = 0;
  const visit = async (document, properties, wrap) => {
    for (const [name, field] of Object.entries(properties)) {
      const shown = await hover(document, wrap(`"${name[0]}|${name.slice(1)}": 1`));
      const sentence = field.description.split(". ")[0];
      assert.ok(shown.replaceAll("\\", "").includes(sentence), `${document} ${name}: ${shown}`);
      assert.match(shown.replaceAll("\\", ""), /— (Creating|Modifying|Querying) a Tracker/, `${document} ${name}`);
      fields += 1;
      if (field.properties) {
        await visit(document, field.properties, (inner) => wrap(`"${name}": {${inner}}`));
      }
    }
  };
  for (const document of documents) {
    const { properties, anyOf } = schema("editor", document);
    // What may be a list too is the first of two.
    await visit(document, properties ?? anyOf[0].properties, (inner) => `{${inner}}`);
  }
  assert.ok(fields >= 60, `${fields}`);
});

// Written by `cargo test -p ctslint editors`: bad bodies, and the fields that `check` finds at fault.
const cases = JSON.parse(read("target/agreement/editors.json"));

test("an editor reports the fields that check reports", async () => {
  assert.ok(cases.length >= 10);
  for (const { document, text, errors, supplied } of cases) {
    const found = await faults(document, text);
    // To check, a misspelt field is one mistake; to a schema it is an unknown member and a missing one.
    const paths = [...new Set(found.map((fault) => fault.path))].filter((path) => !supplied.includes(path)).sort();
    assert.deepEqual(paths, errors, `${document}: ${text}\n${JSON.stringify(found, null, 2)}`);
  }
});

test("an editor says what a value must be", async () => {
  const body = '{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "My_Bucket"}}';
  const [fault] = await faults("v3-create-request", body);
  assert.match(fault.message, /3 to 63 characters; only lowercase letters/);
});
