// The editors' schemas in yaml-language-server, which many editors use for YAML: JSON is YAML too.

import assert from "node:assert/strict";
import test from "node:test";

import languageService from "vscode-json-languageservice";
import yaml from "yaml-language-server";

import { documents, examples, schema } from "./schemas.js";

const { TextDocument } = languageService;
const service = yaml.getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`nothing is to be loaded, but ${uri} is`)),
  workspaceContext: { resolveRelativePath: (path) => path },
});

// The service keeps what it read of a version.
let version = 0;

function open(document, text) {
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: `file:///${document}.schema.json`, fileMatch: [`*${document}.yaml`], schema: schema("editor", document) }],
  });
  return TextDocument.create(`file:///${document}.yaml`, "yaml", (version += 1), text);
}

function place(document, marked) {
  const offset = marked.indexOf("|");
  const opened = open(document, marked.slice(0, offset) + marked.slice(offset + 1));
  return { opened, position: opened.positionAt(offset) };
}

test("examples get the verdict of the checker", async () => {
  assert.ok(examples.length > 20);
  for (const { document, text, accepted } of examples) {
    const faults = await service.doValidation(open(document, text), false);
    // To YAML, a key that occurs twice is a mistake of its own.
    const found = faults.filter((fault) => fault.message !== "Map keys must be unique");
    assert.equal(found.length === 0, accepted, `${document}: ${text}\n${JSON.stringify(found)}`);
  }
});

test("fields and values are completed", async () => {
  const fields = place("v3-create-request", "obs_info:\n  |");
  const offered = (await service.doComplete(fields.opened, fields.position, false)).items.map((item) => item.label);
  for (const field of Object.keys(schema("editor", "v3-create-request").properties.obs_info.properties)) {
    assert.ok(offered.includes(field), `${field} is offered among ${offered}`);
  }
  const values = place("v3-create-request", "obs_info:\n  compress_type: |");
  const labels = (await service.doComplete(values.opened, values.position, false)).items.map((item) => item.label);
  assert.deepEqual(labels.filter((label) => ["gzip", "json"].includes(label)).sort(), ["gzip", "json"]);
});

test("every field at the top shows its description on hover", async () => {
  for (const document of documents) {
    const { properties, anyOf } = schema("editor", document);
    for (const [name, field] of Object.entries(properties ?? anyOf[0].properties)) {
      const { opened, position } = place(document, `${name[0]}|${name.slice(1)}: 1\n`);
      const shown = await service.doHover(opened, position);
      const text = JSON.stringify(shown.contents).replaceAll("\\", "").replaceAll("&emsp;", " ");
      assert.ok(text.includes(field.description.split(". ")[0].replaceAll('"', "")), `${document} ${name}: ${text}`);
    }
  }
});
