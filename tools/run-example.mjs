// Runs a program of examples/ on the built packages: npm run example -- swim-three-members
import { existsSync, readdirSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

const examples = new URL('../examples/', import.meta.url);
/** By name: a file, or that of the same name in a folder. */
const programs = new Map(
  readdirSync(examples, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/${entry.name}.ts` : entry.name))
    .filter((path) => existsSync(new URL(path, examples)))
    .map((path) => [/^(?:[\w-]+\/)?([\w-]+)\.ts$/.exec(path)?.[1], path])
    .filter(([name]) => name !== undefined)
    .sort(),
);
const [, , first, ...words] = process.argv;
const wanted = first?.replace(/^examples\/|\.ts$/g, '').replace(/^([\w-]+)\/\1$/, '$1');
const program = programs.get(wanted);

if (program === undefined) {
  const complaint = wanted === undefined ? 'which one?' : `there is no example ${wanted}.`;
  const names = [...programs.keys()].map((name) => `  ${name}\n`).join('');
  process.stderr.write(`${complaint} There are:\n${names}`);
  process.exit(1);
}
if (!existsSync(new URL('../packages/agent/dist/index.js', import.meta.url))) {
  await import('./prepare.mjs');
}
register('./typescript-loader.mjs', import.meta.url);
const url = new URL(program, examples);
process.argv = [process.execPath, fileURLToPath(url), ...words];
await import(url);
