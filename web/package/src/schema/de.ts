// Made by the build.
import SCHEMAS from 'schema:de';

export default SCHEMAS;
