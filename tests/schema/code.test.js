// Code generators: what they write compiles, takes right bodies and gives the verdicts of its profile.

import assert from "node:assert/strict";
import test from "node:test";

import { compile } from "json-schema-to-typescript";
import { jsonSchemaToZod } from "json-schema-to-zod";
import openapiTypescript, { astToString } from "openapi-typescript";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from "quicktype-core";
import typescript from "typescript";
import { z } from "zod";

import { bodies, documents, examples, requests, schema, verdict } from "./schemas.js";

// The profile without conditions that says most: `forms` has none where its only rule became a constant.
function profileOf(document) {
  return "if" in schema("forms", document) ? "codegen" : "forms";
}

function holdZod(context, document, parser) {
  let held = 0;
  for (const body of bodies.filter((body) => body.document === document)) {
    const accepted = parser.safeParse(JSON.parse(body.text)).success;
    assert.equal(accepted, verdict(profileOf(document), body), body.text);
    held += 1;
  }
  context.diagnostic(`${held} bodies, profile ${profileOf(document)}`);
}

// Numbers beyond 2^53 are no integers to zod; Huawei Cloud's requests have one field of numbers.
const withoutNumbers = requests.filter((document) => !document.startsWith("huawei"));

test("v3 of Open Telekom Cloud has no conditions", () => {
  assert.equal(profileOf("v3-create-request"), "forms");
  assert.equal(profileOf("v3-update-request"), "forms");
});

for (const document of withoutNumbers) {
  test(`zod reads the schema of ${document}`, (context) => {
    holdZod(context, document, z.fromJSONSchema(schema(profileOf(document), document)));
  });

  test(`json-schema-to-zod writes a parser of ${document}`, (context) => {
    const code = jsonSchemaToZod(schema(profileOf(document), document));
    holdZod(context, document, new Function("z", `return ${code}`)(z));
  });
}

// The errors of TypeScript in files that are only in memory.
function typeErrors(files) {
  const options = { strict: true, noEmit: true, target: typescript.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] };
  const host = typescript.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) =>
    name in files ? typescript.createSourceFile(name, files[name], version) : getSourceFile.call(host, name, version);
  host.fileExists = (name) => name in files || fileExists.call(host, name);
  host.readFile = (name) => files[name] ?? readFile.call(host, name);
  const program = typescript.createProgram(Object.keys(files), options, host);
  return typescript
    .getPreEmitDiagnostics(program)
    .map((fault) => `${fault.file?.fileName}: ${typescript.flattenDiagnosticMessageText(fault.messageText, "\n")}`);
}

// Right bodies are of a type; wrong names and types are not.
function uses(document, type, prefix = "") {
  const right = examples.filter((example) => example.document === document && example.accepted);
  const lines = right.map((example, number) => `export const right${number}: ${type} = ${example.text};`);
  const wrong = { "v1-create-request": '{"bucket_name": 1}', "v3-create-request": '{"tracker_type": "system"}' }[document];
  if (wrong) lines.push(`// @ts-expect-error\nexport const wrong: ${type} = ${wrong};`);
  return prefix + lines.join("\n");
}

test("json-schema-to-typescript writes types", async () => {
  const files = {};
  for (const document of documents) {
    const source = await compile(schema("codegen", document), "Body", { ignoreMinAndMaxItems: true });
    const names = [...source.matchAll(/export (?:interface|type) (\w+)/g)].map((match) => match[1]);
    const type = names.find((name) => name.toLowerCase() === document.replaceAll("-", ""));
    assert.ok(type, `${names}`);
    files[`/${document}.ts`] = uses(document, type, `${source}\n`);
  }
  assert.deepEqual(typeErrors(files), []);
});

test("openapi-typescript writes types", async () => {
  const schemas = Object.fromEntries(
    documents.map((document) => {
      const { $schema, $id, ...rest } = schema("codegen", document);
      return [document, rest];
    }),
  );
  const source = astToString(
    await openapiTypescript({ openapi: "3.1.0", info: { title: "CTS", version: "1" }, paths: {}, components: { schemas } }),
  );
  const files = { "/openapi.ts": source };
  for (const document of documents) {
    files[`/${document}.ts`] = uses(
      document,
      `components["schemas"]["${document}"]`,
      'import type { components } from "./openapi";\n',
    );
  }
  assert.deepEqual(typeErrors(files), []);
});

test("quicktype writes types", async () => {
  const files = {};
  for (const document of documents) {
    const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
    await input.addSource({ name: "Body", schema: JSON.stringify(schema("codegen", document)) });
    const inputData = new InputData();
    inputData.addInput(input);
    const rendererOptions = { "just-types": "true", "prefer-unions": "true" };
    const { lines } = await quicktype({ inputData, lang: "typescript", rendererOptions });
    const source = lines.join("\n");
    // What may be a list or one has no type of that name.
    const type = /export (?:interface|type) Body\b/.test(source) ? "Body" : undefined;
    assert.ok(type || document.endsWith("list-response") || document.endsWith("query-response"), `${document}: ${source}`);
    files[`/${document}.ts`] = type ? uses(document, type, `${source}\n`) : source;
  }
  assert.deepEqual(typeErrors(files), []);
});
