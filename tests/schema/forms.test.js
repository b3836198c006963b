// Form generators: a control for each field, and minimal bodies can be submitted with the usual settings.

import assert from "node:assert/strict";
import test from "node:test";

import { Generate } from "@jsonforms/core";
import RjsfForm from "@rjsf/core";
import { getDefaultFormState } from "@rjsf/utils";
import rjsfValidator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

import { requests, schema } from "./schemas.js";

const validator = rjsfValidator.default ?? rjsfValidator;
const Form = RjsfForm.default ?? RjsfForm;

const minimal = {
  "v1-create-request": [{ bucket_name: "audit" }],
  "v1-update-request": [{ status: "disabled" }],
  "v3-create-request": [{ tracker_type: "system", tracker_name: "system" }],
  "v3-update-request": [{ tracker_type: "system", tracker_name: "system" }],
  "huawei-v3-create-request": [{ tracker_type: "system", tracker_name: "system" }],
  "huawei-v3-update-request": [{ tracker_type: "system", tracker_name: "system" }],
};

for (const document of requests) {
  const forms = schema("forms", document);

  test(`JSON Forms shows each field of ${document}`, () => {
    const { elements } = Generate.uiSchema(forms);
    const scopes = elements.map((element) => [element.type, element.scope]);
    const fields = Object.keys(forms.properties).map((name) => ["Control", `#/properties/${name}`]);
    assert.deepEqual(scopes, fields);
  });

  // Also where an optional object is there, so that a condition asks for its members.
  test(`react-jsonschema-form shows each field of ${document}`, () => {
    const inner = Object.entries(forms.properties).filter(([, field]) => field.properties);
    const formData = Object.fromEntries(
      inner.map(([name, field]) => [name, Object.fromEntries(Object.keys(field.properties).map((key) => [key, undefined]))]),
    );
    assert.deepEqual(getDefaultFormState(validator, forms, {}), {}, "an empty form adds nothing");
    for (const data of [{}, formData]) shows(data);
  });

  function shows(formData) {
    const html = renderToStaticMarkup(createElement(Form, { schema: forms, formData, validator }));
    for (const [name, field] of Object.entries(forms.properties)) {
      for (const id of field.properties ? Object.keys(field.properties).map((inner) => `${name}_${inner}`) : [name]) {
        assert.ok(html.includes(`root_${id}"`), `${id} has an input`);
      }
    }
  }

  test(`react-jsonschema-form submits minimal bodies of ${document}`, () => {
    for (const body of minimal[document]) {
      const state = getDefaultFormState(validator, forms, body);
      assert.deepEqual(state, body, "nothing is added");
      assert.deepEqual(validator.validateFormData(state, forms).errors, []);
    }
  });
}

test("react-jsonschema-form refuses what the conditions refuse", () => {
  const forms = schema("forms", "v1-create-request");
  for (const body of [
    { bucket_name: "audit", is_support_trace_files_encryption: true },
    { bucket_name: "audit", is_support_trace_files_encryption: true, kms_id: "" },
    { bucket_name: "audit", lts: { log_group_name: "CTS" } },
    { bucket_name: "192.168.0.1" },
  ]) {
    assert.notDeepEqual(validator.validateFormData(body, forms).errors, [], JSON.stringify(body));
  }
});
