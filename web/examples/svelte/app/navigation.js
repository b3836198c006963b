// What Superforms asks of SvelteKit, on a page without it: `$app/navigation`.

export const beforeNavigate = () => {};

export const afterNavigate = () => {};

export const goto = async () => {};

export const invalidateAll = async () => {};
