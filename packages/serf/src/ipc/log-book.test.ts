import { describe, expect, test } from 'vitest';
import { LogBook } from './log-book.js';
import { isShown, parseLogLevel } from './log-level.js';

const noon = new Date(2026, 10, 20, 19, 47, 3).getTime();

describe('a log book', () => {
  test('writes lines as Serf does', () => {
    const book = new LogBook(() => noon);
    book.write('INFO', 'agent: Serf agent starting');
    expect(book.recent()).toEqual([
      { level: 'INFO', text: '2026/11/20 19:47:03 [INFO] agent: Serf agent starting' },
    ]);
  });

  test('keeps the last 512 lines and tells the next ones', () => {
    const book = new LogBook(() => noon);
    const heard: string[] = [];
    const stop = book.listen(({ text }) => heard.push(text));
    for (let index = 0; index < 600; index += 1) book.write('DEBUG', `line ${index}`);
    stop();
    book.write('DEBUG', 'unheard');
    expect(book.recent()).toHaveLength(512);
    expect(book.recent()[0]?.text).toContain('line 89');
    expect(heard).toHaveLength(600);
  });

  test('is a logger, whose values stand behind the message', () => {
    const book = new LogBook(() => noon);
    book.logger('serf').warn('snapshot was not written', { path: 'x', error: new Error('full') });
    expect(book.recent()[0]?.text).toContain(
      '[WARN] serf: snapshot was not written path="x" error="full"',
    );
  });

  test('cuts a line that is too long', () => {
    const book = new LogBook(() => noon);
    book.write('INFO', 'x'.repeat(100_000));
    expect(book.recent()[0]?.text).toHaveLength(8 * 1024);
  });
});

test('levels are read in either case, and ordered', () => {
  expect(parseLogLevel('warn')).toBe('WARN');
  expect(parseLogLevel('error')).toBeUndefined();
  expect(isShown('ERR', 'WARN')).toBe(true);
  expect(isShown('DEBUG', 'INFO')).toBe(false);
});
