import type { Schemas } from '../index.js';

declare const schemas: Schemas;
export default schemas;
