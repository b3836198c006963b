import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { initialOf, jsonSchemaOf } from '../jsonSchema.js';
import { bodyOf, fields, schema, show, words } from '../shared.js';

const jsonSchema = jsonSchemaOf(fields);
const uischema = {
  type: 'VerticalLayout',
  elements: fields.map(({ path }) => ({ type: 'Control', scope: `#${path.replaceAll('/', '/properties/')}` })),
};

/** The issues, as JSON Forms takes them. */
function errorsOf(values) {
  const issues = schema['~standard'].validate(values).issues ?? [];
  return issues.map(({ path, message }) => ({ instancePath: `/${path.join('/')}`, message, schemaPath: '', keyword: '', params: {} }));
}

function TrackerForm() {
  const [values, setValues] = useState(initialOf(fields));
  const [isShown, setShown] = useState(false);
  const errors = errorsOf(values);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setShown(true);
        show(bodyOf(values));
      }}
    >
      <h1>{words.title}</h1>
      <JsonForms
        schema={jsonSchema}
        uischema={uischema}
        data={values}
        renderers={vanillaRenderers}
        cells={vanillaCells}
        config={{ showUnfocusedDescription: true }}
        validationMode="NoValidation"
        additionalErrors={isShown ? errors : []}
        onChange={({ data }) => setValues(data)}
      />
      <button>{words.send}</button>
    </form>
  );
}

createRoot(document.querySelector('main')).render(<TrackerForm />);
