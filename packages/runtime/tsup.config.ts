import { packageBuild } from '../../tools/package-build.js';

export default packageBuild({
  index: 'src/index.ts',
  core: 'src/core/index.ts',
  'command-line': 'src/command-line/index.ts',
  testing: 'src/testing/index.ts',
});
