// Lets Node import the sources of the page, which are TypeScript: node --import ./test/support/typescript.mjs
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
