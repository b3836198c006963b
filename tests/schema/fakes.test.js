// What json-schema-faker makes up is right, to the validator of the profile and to `ctslint check`.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { generateSync } from "json-schema-faker";

import { documents, requests, schema, withoutNulls } from "./schemas.js";

const COUNT = 1_000;
const root = fileURLToPath(new URL("../../", import.meta.url));

function fakes(profile, document) {
  const emitted = schema(profile, document);
  const ajv = emitted.$schema?.includes("draft-07") ? new Ajv() : new Ajv2020();
  const validate = ajv.compile(emitted);
  return Array.from({ length: COUNT }, (_, seed) => {
    const body = generateSync(emitted, { seed });
    assert.ok(validate(body), `${document}: ${JSON.stringify(body)} ${JSON.stringify(validate.errors)}`);
    return body;
  });
}

// The rules of the errors that `check` finds.
function errors(document, bodies) {
  const folder = mkdtempSync(join(tmpdir(), "fakes-"));
  try {
    const files = bodies.map((body, number) => {
      const file = join(folder, `${number}.json`);
      writeFileSync(file, JSON.stringify(body));
      return file;
    });
    const check = ["run", "--quiet", "--", "check", "--as", document, "--format", "json", ...files];
    const { stdout, stderr } = spawnSync("cargo", check, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
    assert.notEqual(stdout, "", stderr);
    const report = JSON.parse(stdout);
    assert.equal(report.summary.files, bodies.length);
    const found = report.files.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error");
    assert.equal(found.length, report.summary.errors);
    return new Set(found.map(({ rule }) => rule));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The errors are those that the description of the profile foretells.
function foretold(profile, document, bodies) {
  const { description } = schema(profile, document);
  for (const rule of errors(document, bodies)) {
    assert.ok(description.includes(`\`${rule}\``), `${document}: ${rule}`);
  }
}

// The faker follows one condition at the root and none in a list; in `forms`, answers say the same in another way.
const whole = {
  "error-response": "default",
  "v1-create-request": "default",
  "v1-create-response": "default",
  "v1-update-request": "default",
  "v3-create-request": "default",
  "v3-create-response": "forms",
  "v3-list-response": "forms",
  "v3-update-request": "default",
};

for (const [document, profile] of Object.entries(whole)) {
  test(`fakes of ${document} are right`, () => {
    assert.deepEqual([...errors(document, fakes(profile, document))], []);
  });
}

for (const document of documents) {
  test(`fakes of ${document} are right but for what the profile codegen leaves out`, () => {
    const bodies = fakes("codegen", document);
    if (!(document in whole)) foretold("codegen", document, bodies);
  });
}

// What is made up by the schema for models can be sent once what is `null` is left out.
for (const document of requests) {
  test(`fakes of ${document} are right but for what the profile llm leaves out`, () => {
    foretold("llm", document, fakes("llm", document).slice(0, 200).map(withoutNulls));
  });
}
