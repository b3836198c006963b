// What Superforms asks of SvelteKit, on a page without it: `$app/forms`. In an application of SvelteKit none of this is needed.

export function enhance(form, submit) {
  const listener = (event) => {
    event.preventDefault();
    const { submitter } = event;
    submit({ action: new URL(location.href), formData: new FormData(form), formElement: form, controller: new AbortController(), submitter, cancel() {} });
  };
  form.addEventListener('submit', listener);
  return { destroy: () => form.removeEventListener('submit', listener) };
}

export const applyAction = async () => {};

export const deserialize = JSON.parse;
