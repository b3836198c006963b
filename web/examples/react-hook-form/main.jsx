import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { errorSummary } from 'ctslint';
import { createRoot } from 'react-dom/client';
import { get, useForm } from 'react-hook-form';
import { DOCUMENT, fields, schema, show, words } from '../shared.js';

function TrackerForm() {
  const { register, handleSubmit, formState } = useForm({ resolver: standardSchemaResolver(schema), mode: 'onTouched' });
  const errors = fields.flatMap(({ path, dotted }) => {
    const message = get(formState.errors, dotted)?.message;
    return message === undefined ? [] : [{ path: path.slice(1).split('/'), message }];
  });

  return (
    <form noValidate onSubmit={handleSubmit((body) => show(body), () => show())}>
      <h1>{words.title}</h1>
      {formState.isSubmitted && errors.length > 0 && (
        <nav role="alert">
          {words.summary}
          <ul>
            {errorSummary(errors, DOCUMENT).map(({ id, message }) => (
              <li key={id}>
                <a href={`#${id}`}>{message}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {fields.map((field) => {
        const name = field.dotted;
        const error = get(formState.errors, name)?.message;
        const input = { id: name, 'aria-invalid': Boolean(error), 'aria-describedby': `${name}-hint ${name}-error`, ...register(name) };
        return (
          <div className="field" key={name}>
            <label htmlFor={name}>{field.label}</label>
            <small id={`${name}-hint`}>{field.hint}</small>
            {field.choices ? (
              <select {...input}>
                <option value="" />
                {field.choices.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            ) : field.type === 'boolean' ? (
              <input type="checkbox" defaultChecked={field.default === true} {...input} />
            ) : (
              <input {...input} />
            )}
            <p className="error" id={`${name}-error`} aria-live="polite">
              {error}
            </p>
          </div>
        );
      })}
      <button>{words.send}</button>
    </form>
  );
}

createRoot(document.querySelector('main')).render(<TrackerForm />);
