// Made by the build.
import CATALOGUE from 'catalogue:en';

export default CATALOGUE;
