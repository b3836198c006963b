// Made by the build.
import EXPLANATIONS from 'explain:de';

export default EXPLANATIONS;
