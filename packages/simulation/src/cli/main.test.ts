import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from './main.js';

const folder = mkdtempSync(join(tmpdir(), 'konsul-sim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function call(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await main(args, {
    out: (text) => out.push(text),
    error: (text) => errors.push(text),
  });
  return { code, out: out.join('\n'), error: errors.join('\n') };
}

const hermit = write(
  'hermit.mjs',
  `export const protocol = {
    name: 'hermit',
    checkOptions: (options) => {
      for (const key of Object.keys(options)) throw new Error('there is no option ' + key);
    },
    start: ({ name, observe }) => {
      observe({ type: 'joined', member: name });
      return { members: () => [name], leave() {} };
    },
  };`,
);
const file = write('two.sim', 'title Two\nmembers 2\nduration 1s\n');

test('help is given when asked for and when there is nothing else to do', async () => {
  for (const args of [[], ['--help'], ['-help'], ['-h'], ['help'], ['run', file, '-help']]) {
    const { code, out } = await call(...args);
    expect({ args, code }).toEqual({ args, code: 0 });
    expect(out).toContain('konsul-sim run FILE');
  }
});

test('a description is checked without running it', async () => {
  for (const args of [
    ['check', file, '--members', '5'],
    ['check', '-members=5', file],
    ['--members=5', 'check', file],
  ]) {
    const { code, out } = await call(...args);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Two: 5 members in 1 sites for 1 s, 0 actions, 0 faults, seed 1',
    });
  }
});

test.each([
  [['fly'], 'there is no command fly'],
  [['chekc'], 'there is no command chekc; did you mean check?'],
  [['run'], 'run needs a FILE'],
  [['run', file, '--seeds', '0'], '--seeds is 0, must be a whole number of 1 to 10000'],
  [['run', file, 'other.sim'], 'run takes one FILE, not also other.sim'],
  [['fly', '--high'], 'flag provided but not defined: -high'],
  [['run', file, '--sedes', '2'], 'flag provided but not defined: -sedes; did you mean -seed?'],
  [['run', '--seeds'], 'flag needs an argument: -seeds'],
  [['run', '--', '--seeds'], '--seeds: ENOENT'],
  [['check', '/no/such/file'], '/no/such/file: ENOENT'],
])('a wrong call says what is wrong, and no more: %j', async (args, message) => {
  const { code, error } = await call(...args);
  expect(code).toBe(2);
  expect(error).toContain(message);
  expect(error.split('\n').length).toBeLessThanOrEqual(2);
});

test('what the protocol cannot take is refused before the run, by check as well', async () => {
  const wrong = write('option.sim', 'members 2\nduration 1s\nset colour red\n');
  for (const command of ['check', 'run']) {
    const { code, error } = await call(command, wrong, '--protocol', hermit);
    expect({ command, code }).toEqual({ command, code: 2 });
    expect(error).toContain('option.sim: [OPTION_INVALID] set: there is no option colour');
  }
});

test('a report that has no place is refused before the run', async () => {
  const { code, out, error } = await call('run', file, '--protocol', hermit, '--out', hermit);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain('--out: EEXIST');
});

test('a report under what takes no folders is refused at once', async () => {
  const out = '/proc/konsul/report';
  const { code, error } = await call('run', file, '--protocol', hermit, '--out', out);
  expect(code).toBe(2);
  expect(error).toMatch(/--out: E[A-Z]+/);
});

test('folders above the report are made, and a seed is one line where nobody watches', async () => {
  const out = join(folder, 'deep', 'er', 'report');
  const { code, error } = await call('run', file, '--protocol', hermit, '--out', out);
  expect(code).toBe(0);
  expect(readdirSync(out)).toContain('report.md');
  expect(error.split('\n')).toEqual([expect.stringMatching(/^seed 1: \d+ events in /)]);
});

test('a wrong line is named with its file and number', async () => {
  const wrong = write('wrong.sim', 'members 2\nat noon kill m-0\n');
  const { code, error } = await call('run', wrong);
  expect(code).toBe(2);
  expect(error).toContain('wrong.sim: [DESCRIPTION_SYNTAX] line 2: at noon kill m-0: at is noon');
});

test('what cannot happen with other members is refused, by check as by run', async () => {
  const named = write('named.sim', 'members 8\nduration 5s\nat 2s kill m-7\n');
  for (const command of ['check', 'run']) {
    const { code, error } = await call(command, named, '--members', '4', '--protocol', hermit);
    expect({ command, code }).toEqual({ command, code: 2 });
    expect(error).toContain('named.sim: [DESCRIPTION_SYNTAX] there is no member m-7');
  }
});

test('a run prints its figures and writes a report with pictures', async () => {
  const out = join(folder, 'report');
  const result = await call('run', file, '--protocol', hermit, '--seeds', '2', '--out', out);
  expect(result.code).toBe(0);
  expect(result.out).toMatch(/runs +2\n/);
  expect(result.error).toContain('seed 2: ');
  const names = readdirSync(out);
  const text = readFileSync(join(out, 'report.md'), 'utf8');
  for (const [, name = ''] of text.matchAll(/\]\((.+?\.svg)\)/g)) expect(names).toContain(name);
});

test('a protocol that is not there, or is none, is refused with a way out', async () => {
  const absent = await call('run', file, '--protocol', '@nobody/nothing');
  expect(absent.code).toBe(2);
  expect(absent.error).toContain('[PROTOCOL_MISSING] @nobody/nothing cannot be loaded');
  const lost = await call('run', file, '--protocol', './no-such.mjs');
  expect(lost.error).toContain(
    '[PROTOCOL_MISSING] ./no-such.mjs cannot be loaded: there is no such',
  );
  const none = await call('run', file, '--protocol', write('none.mjs', 'export const x = 1;'));
  expect(none.error).toContain('has no export `protocol`');
});
