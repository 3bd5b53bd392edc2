import { packageBuild } from '../../tools/package-build.js';

export default packageBuild({
  index: 'src/index.ts',
  core: 'src/core/index.ts',
  testing: 'src/testing/index.ts',
  cli: 'src/cli/main.ts',
});
