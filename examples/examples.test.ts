import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const examples = readdirSync(folder).filter(
  (name) => name.endsWith('.ts') && !/\.(test|config)\.ts$/.test(name),
);

// An example throws when what it shows does not hold.
test.each(examples)('%s runs', async (name) => {
  await import(`./${name}`);
});
