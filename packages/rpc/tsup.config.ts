import { packageBuild } from '../../tools/package-build.js';

export default packageBuild({
  index: 'src/index.ts',
  core: 'src/core/index.ts',
  protobuf: 'src/protobuf/index.ts',
});
