import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SUFFIX = '.scenario.txt';

/**
 * One test for each scenario beside the file that calls this: commands, a rule, and what they must
 * lead to. `vitest --update` records anew.
 *
 * @param here - `import.meta.url`.
 * @param record - runs a scenario's commands. @returns its text with what they led to.
 */
export function testScenarios(
  here: string,
  record: (text: string) => string | Promise<string>,
): void {
  const directory = fileURLToPath(new URL('.', here));
  const names = readdirSync(directory).filter((name) => name.endsWith(SUFFIX));
  describe('scenarios', () => {
    test.each(names)('%s goes as recorded', async (name) => {
      const path = `${directory}${name}`;
      const recorded = await record(readFileSync(path, 'utf8'));
      await expect(recorded).toMatchFileSnapshot(path);
    });
  });
}
