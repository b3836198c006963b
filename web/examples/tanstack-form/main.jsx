import { useForm } from '@tanstack/react-form';
import { createRoot } from 'react-dom/client';
import { bodyOf, fields, schema, show, words } from '../shared.js';

function TrackerForm() {
  const form = useForm({
    defaultValues: {},
    validators: { onChange: schema },
    onSubmit: ({ value }) => show(bodyOf(value)),
    onSubmitInvalid: () => show(),
  });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      <h1>{words.title}</h1>
      {fields.map((known) => (
        <form.Field key={known.dotted} name={known.dotted}>
          {(field) => {
            const { value, meta } = field.state;
            const error = meta.isTouched ? meta.errors[0]?.message : undefined;
            const input = {
              id: known.dotted,
              value: value ?? '',
              onBlur: field.handleBlur,
              onChange: ({ target }) => field.handleChange(target.value),
              'aria-invalid': Boolean(error),
              'aria-describedby': `${known.dotted}-hint ${known.dotted}-error`,
            };
            return (
              <div className="field">
                <label htmlFor={known.dotted}>{known.label}</label>
                <small id={`${known.dotted}-hint`}>{known.hint}</small>
                {known.choices ? (
                  <select {...input}>
                    <option value="" />
                    {known.choices.map(({ value, text }) => (
                      <option key={value} value={value}>
                        {text}
                      </option>
                    ))}
                  </select>
                ) : known.type === 'boolean' ? (
                  <input
                    {...input}
                    type="checkbox"
                    value="on"
                    checked={value ?? known.default ?? false}
                    onChange={({ target }) => field.handleChange(target.checked)}
                  />
                ) : (
                  <input {...input} />
                )}
                <p className="error" id={`${known.dotted}-error`} aria-live="polite">
                  {error}
                </p>
              </div>
            );
          }}
        </form.Field>
      ))}
      <button>{words.send}</button>
    </form>
  );
}

createRoot(document.querySelector('main')).render(<TrackerForm />);
