import { packageBuild } from '../../tools/package-build.js';

const build = packageBuild({
  index: 'src/index.ts',
  cli: 'src/cli/main.ts',
  'agent-process': 'src/demo/agent-process.ts',
});

// The demo finds its other entry beside its own, in either module format.
export default { ...build, shims: true };
