import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { initialOf, jsonSchemaOf } from '../jsonSchema.js';
import { bodyOf, fields, schema, show, words } from '../shared.js';

function TrackerForm() {
  const [values, setValues] = useState(initialOf(fields));

  // RJSF gives values in which the first choice of each list is taken; `values` are those of the form.
  function customValidate(_, errors) {
    for (const { path, message } of schema['~standard'].validate(values).issues ?? []) {
      const field = path.reduce((holder, name) => (holder[name] ??= { __errors: [] }), errors);
      field.__errors.push(message);
    }
    return errors;
  }

  return (
    <>
      <h1>{words.title}</h1>
      <Form
        schema={jsonSchemaOf(fields)}
        uiSchema={{ 'ui:submitButtonOptions': { submitText: words.send } }}
        validator={validator}
        customValidate={customValidate}
        formData={values}
        onChange={({ formData }) => setValues(formData)}
        onSubmit={({ formData }) => show(bodyOf(formData))}
        onError={() => show()}
        experimental_defaultFormStateBehavior={{ constAsDefaults: 'never' }}
        noHtml5Validate
        showErrorList={false}
      />
    </>
  );
}

createRoot(document.querySelector('main')).render(<TrackerForm />);
