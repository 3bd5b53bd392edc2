import { packageTests } from './package-tests.js';

export default packageTests('tools');
