import { expect, test } from 'vitest';
import { listFiles, readText } from './checkout.js';

// A README shows whole files of examples/, which run as tests of their own.
const shown = listFiles()
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) =>
    [...readText(path).matchAll(/<!-- (examples\/[\w./-]+) -->\n```\w+\n([\s\S]*?)```/g)].map(
      (match) => ({ document: path, example: match[1] ?? '', code: match[2] ?? '' }),
    ),
  );

test.each(shown)('$document shows $example as it is', ({ example, code }) => {
  expect(code).toBe(readText(example));
});

test('code in a README is always a file that runs', () => {
  const loose = listFiles()
    .filter((path) => /^(packages\/[^/]+\/)?README\.md$/.test(path))
    .filter((path) => {
      const text = readText(path);
      const blocks = [...text.matchAll(/^```(?:ts|js|typescript|javascript)$/gm)].length;
      return blocks !== shown.filter(({ document }) => document === path).length;
    });
  expect(loose).toEqual([]);
});
