// Feeds every decoder and core with damaged bytes, in one process:
//   npm run fuzz -- [--inputs 10000000] [--seed N] [--target name,name]
// The targets lie in packages/*/test/fuzz, where a small slice of the same runs with the tests. Here
// they are bundled from source first, since Node does not read TypeScript. A failure prints target,
// seed, number and the input in hex, which is all that a named test of it needs.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'tsup';

const root = fileURLToPath(new URL('..', import.meta.url));
const PROGRESS_INTERVAL_MS = 5_000;
const text = /** @type {const} */ ({ type: 'string' });

const { values } = parseArgs({ options: { inputs: text, seed: text, target: text } });

function wholeNumber(name, fallback) {
  const value = Number(values[name] ?? fallback);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new Error(`--${name} must be a whole number of 1 or more, not ${values[name]}`);
  }
  return value;
}

/** Campaign and targets as one module; recorded vectors are read from where they lie. */
async function loadTargets() {
  const outDir = await mkdtemp(join(tmpdir(), 'konsul-fuzz-'));
  try {
    await build({
      config: false,
      entry: { targets: join(root, 'tools/fuzz/all-targets.ts') },
      outDir,
      outExtension: () => ({ js: '.mjs' }),
      format: 'esm',
      platform: 'node',
      target: 'node20',
      tsconfig: join(root, 'tsconfig.json'),
      noExternal: [/.*/],
      esbuildPlugins: [keepModuleUrl],
      silent: true,
    });
    return await import(pathToFileURL(join(outDir, 'targets.mjs')).href);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Fixtures are found by `import.meta.url`, which a bundle would otherwise change. */
const keepModuleUrl = {
  name: 'keep-module-url',
  setup(bundler) {
    bundler.onLoad({ filter: /wire-vectors\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};

function pick(targets) {
  if (values.target === undefined) return targets;
  return values.target.split(',').map((name) => {
    const target = targets.find((candidate) => candidate.name === name);
    if (target !== undefined) return target;
    throw new Error(`--target ${name} is none of ${targets.map((known) => known.name).join(', ')}`);
  });
}

const rounded = (value) => Number(value.toPrecision(3));

function report(target, { inputCount, outcomes, missed, allocatedBytesPeak }, elapsedMs) {
  const perSecond = rounded((inputCount * 1_000) / elapsedMs);
  const peakMib = rounded(allocatedBytesPeak / 2 ** 20);
  console.log(
    `${target.name.padEnd(28)} ${String(inputCount).padStart(9)} inputs  ${String(perSecond).padStart(8)}/s  ` +
      `${String(outcomes.size).padStart(3)} outcomes  at most ${peakMib} MiB asked for by one input`,
  );
  if (missed.length > 0) {
    console.log(`  NOT REACHED: ${missed.join('; ')}`);
    process.exitCode = 1;
  }
}

const seed = wholeNumber('seed', 1);
const inputCount = wholeNumber('inputs', 10_000_000);
const { allTargets, runCampaign } = await loadTargets();
const targets = pick(allTargets);
const share = Math.ceil(inputCount / targets.length);
const startedAtMs = performance.now();
let shownAtMs = startedAtMs;
let total = 0;

console.log(`seed ${seed}, ${inputCount} inputs for ${targets.length} targets`);
for (const target of targets) {
  const targetStartedAtMs = performance.now();
  const campaign = runCampaign(target, {
    seed,
    inputCount: share,
    onProgress(count) {
      if (performance.now() - shownAtMs < PROGRESS_INTERVAL_MS) return;
      shownAtMs = performance.now();
      const percent = rounded(((total + count) * 100) / inputCount);
      process.stderr.write(`${percent} %: ${target.name}, ${count} of ${share}\n`);
    },
  });
  total += campaign.inputCount;
  report(target, campaign, performance.now() - targetStartedAtMs);
}
const seconds = rounded((performance.now() - startedAtMs) / 1_000);
const { maxRSS } = process.resourceUsage();
console.log(
  `${total} inputs in ${seconds} s: nothing threw, looped or took more than its share; ` +
    `${Math.round(maxRSS / 1024)} MiB resident at most`,
);
