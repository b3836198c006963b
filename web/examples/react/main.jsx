import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { form, pointerToDotted, v3CreateRequest } from 'ctslint';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { get, useForm } from 'react-hook-form';

const fields = form('v3-create-request').filter(({ type }) => type !== 'object');

function TrackerForm() {
  const [body, setBody] = useState('');
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(v3CreateRequest),
    mode: 'onTouched',
    defaultValues: { tracker_type: 'system', tracker_name: 'system' },
  });

  return (
    <>
      <h1>Configure tracker</h1>
      <form noValidate onSubmit={handleSubmit((values) => setBody(JSON.stringify(values, null, 2)))}>
        {fields.map((field) => {
          const name = pointerToDotted(field.path);
          const error = get(formState.errors, name)?.message;
          const described = { id: name, 'aria-invalid': Boolean(error), 'aria-describedby': `${name}-hint ${name}-error` };
          // What is left empty is left out of the body.
          const input = register(name, { setValueAs: (value) => (value === '' || value === null ? undefined : value) });
          return (
            <div className="field" key={name}>
              <label htmlFor={name}>{field.label}</label>
              <small id={`${name}-hint`}>{field.hint}</small>
              {field.type === 'boolean' ? (
                <input type="checkbox" {...described} {...register(name)} />
              ) : field.enum ? (
                <select {...described} {...input}>
                  {!field.required && <option value="" />}
                  {field.enum.map(({ value, text }) => (
                    <option key={value} value={value}>{`${value} – ${text}`}</option>
                  ))}
                </select>
              ) : (
                <input {...described} {...input} />
              )}
              <p className="error" id={`${name}-error`} aria-live="polite">
                {error}
              </p>
            </div>
          );
        })}
        <button>Show the body</button>
      </form>
      <pre aria-live="polite">{body}</pre>
    </>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<TrackerForm />);
