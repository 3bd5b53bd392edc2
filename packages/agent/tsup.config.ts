import { packageBuild } from '../../tools/package-build.js';

export default packageBuild({
  index: 'src/index.ts',
  cli: 'src/cli/main.ts',
  'agent-process': 'src/demo/agent-process.ts',
});
