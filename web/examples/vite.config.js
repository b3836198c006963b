import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react(), vue()],
  build: { rollupOptions: { input: ['index.html', 'html/index.html', 'react/index.html', 'vue/index.html'] } },
});
