// Run in a package: turns every proto/*.proto into src/wire/gen/*.js and .d.ts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const { name, konsul = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const output = 'src/wire/gen';
mkdirSync(output, { recursive: true });
for (const file of readdirSync('proto').filter((entry) => entry.endsWith('.proto'))) {
  const target = basename(file, '.proto');
  const result = spawnSync(
    'npx',
    [
      '--no-install',
      'pbjs',
      '-t',
      'static-module',
      '-w',
      'esm',
      '--dts',
      // Only what the wire layer calls.
      ...['service', 'verify', 'convert', 'delimited', 'typeurl'].map((part) => `--no-${part}`),
      // What the module named by --dependency makes true at run time: no field is ever a Long.
      '--force-number',
      // Roots are a registry shared by the whole process: one per file keeps them apart.
      '-r',
      `${name.replace(/\W+/g, '_')}_${target}`,
      // 64-bit fields are numbers checked to be safe; see the module named here.
      '--dependency',
      konsul.protobufDependency ?? '@konsul/rpc/protobuf',
      '-p',
      'proto',
      '-o',
      `${output}/${target}.js`,
      `proto/${file}`,
    ],
    { stdio: 'inherit' },
  );
  if (result.status !== 0) process.exit(result.status ?? 1);
  // The generator asks for a default export, which our modules do not have, and for Long's types.
  rewrite(`${output}/${target}.js`, /^import \$protobuf from/m, 'import * as $protobuf from');
  rewrite(`${output}/${target}.d.ts`, /^import Long = require\("long"\);\n/m, '');
}

function rewrite(path, pattern, replacement) {
  const text = readFileSync(path, 'utf8');
  if (!pattern.test(text)) throw new Error(`${path}: nothing matches ${pattern}`);
  writeFileSync(path, text.replace(pattern, replacement));
}
