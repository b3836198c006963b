import { computed, reactive, toValue } from 'vue';

/** Validates a value by any object of Standard Schema; an error is shown once its input was left, or all on submit. */
export function useSchema(schema, value) {
  const touched = reactive(new Set());
  const issues = computed(() => schema['~standard'].validate(toValue(value)).issues ?? []);
  const errors = computed(() => {
    const byName = {};
    for (const { path, message } of issues.value) byName[path.join('.')] ??= message;
    return byName;
  });
  return {
    touch: (...names) => names.forEach((name) => touched.add(name)),
    error: (name) => (touched.has(name) ? errors.value[name] : undefined),
    valid: computed(() => issues.value.length === 0),
  };
}
