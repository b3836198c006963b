// Made by the build.
import CATALOGUE from 'catalogue:de';

export default CATALOGUE;
