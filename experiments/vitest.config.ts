import { packageTests } from '../tools/package-tests.js';

export default packageTests('experiments');
