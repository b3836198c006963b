import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const pages = ['html', 'react-hook-form', 'tanstack-form', 'rjsf', 'json-forms', 'vue', 'svelte'];
/** What SvelteKit gives to Superforms; there is no SvelteKit here. */
const app = ['forms', 'navigation', 'state'].map((name) => [`$app/${name}`, new URL(`svelte/app/${name}.js`, import.meta.url).pathname]);

export default defineConfig({
  base: './',
  plugins: [react(), vue(), svelte()],
  resolve: { alias: Object.fromEntries(app) },
  build: { rollupOptions: { input: ['index.html', ...pages.map((page) => `${page}/index.html`)] } },
});
