import { packageBuild } from '../../tools/package-build.js';

export default packageBuild({
  index: 'src/index.ts',
  cli: 'src/cli/main.ts',
  report: 'src/report/index.ts',
});
