import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runScenario } from './run-scenario.js';

const directory = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(directory).filter((name) => name.endsWith('.scenario.txt'));

/** Each file is commands, a rule, and what they must lead to. `vitest --update` records anew. */
describe('scenario', () => {
  it.each(files)('%s goes as recorded', async (file) => {
    const path = `${directory}${file}`;
    await expect(runScenario(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path);
  });
});
