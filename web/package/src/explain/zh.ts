// Made by the build.
import EXPLANATIONS from 'explain:zh';

export default EXPLANATIONS;
