// Made by the build.
import CATALOGUE from 'catalogue:zh';

export default CATALOGUE;
