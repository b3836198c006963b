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

import { documents, schema } from "./schemas.js";

const COUNT = 1_000;
const root = fileURLToPath(new URL("../../", import.meta.url));

function fakes(profile, document) {
  const emitted = schema(profile, document);
  const validate = (profile === "default" ? new Ajv2020() : new Ajv()).compile(emitted);
  return Array.from({ length: COUNT }, (_, seed) => {
    const body = generateSync(emitted, { seed });
    assert.ok(validate(body), `${document}: ${JSON.stringify(body)} ${JSON.stringify(validate.errors)}`);
    return body;
  });
}

// The faker follows one condition at the root, and none in a list.
for (const document of ["v1-create-request", "v1-update-request", "v3-create-request", "v3-update-request"]) {
  test(`fakes of ${document} are right`, () => {
    const bodies = fakes("default", document);
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
      const { summary } = JSON.parse(stdout);
      assert.deepEqual([summary.files, summary.errors], [COUNT, 0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

for (const document of documents) {
  test(`fakes of ${document} are right, profile codegen`, () => {
    fakes("codegen", document);
  });
}
