// What Superforms asks of SvelteKit, on a page without it: `$app/state`.

export const page = {};

export const navigating = null;
