// Made by the build.
import SCHEMAS from 'schema:zh';

export default SCHEMAS;
