// Runs files of examples/ on the built packages: npm run example -- swim-three-members
import { existsSync, readdirSync } from 'node:fs';
import { register } from 'node:module';

const examples = new URL('../examples/', import.meta.url);
const names = readdirSync(examples)
  .map((file) => /^([\w-]+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined)
  .sort();
const wanted = process.argv[2]?.replace(/^examples\/|\.ts$/g, '');

if (wanted === undefined || !names.includes(wanted)) {
  const complaint = wanted === undefined ? 'which one?' : `there is no example ${wanted}.`;
  process.stderr.write(`${complaint} There are:\n${names.map((name) => `  ${name}\n`).join('')}`);
  process.exit(1);
}
if (!existsSync(new URL('../packages/agent/dist/index.js', import.meta.url))) {
  await import('./prepare.mjs');
}
register('./typescript-loader.mjs', import.meta.url);
await import(new URL(`${wanted}.ts`, examples));
