import type { Explanations } from '../index.js';

declare const explanations: Explanations;
export default explanations;
