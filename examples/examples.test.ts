import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const examples = readdirSync(folder).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);

// An example throws when what it shows does not hold.
test.each(examples)('%s runs', async (name) => {
  // Vite can tell what a variable import may mean where it names a folder.
  await import(`../examples/${name}.ts`);
});
