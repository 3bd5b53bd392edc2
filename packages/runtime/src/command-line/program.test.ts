import { expect, test } from 'vitest';
import type { Command, CommandCall } from './command.js';
import { booleanFlags, listFlags, valueFlags } from './flag-spec.js';
import { runProgram } from './program.js';

class Refusal extends Error {}

const put: Command<CommandCall> = {
  usage: '[options] KEY',
  help: 'Sets a key.',
  flags: [
    ...valueFlags({ value: 'What it is set to.' }),
    ...listFlags({ tag: 'May come again.' }),
    ...booleanFlags({ force: 'Do it.' }),
    { name: 'old', kind: 'boolean', help: 'Not offered.', isHidden: true },
  ],
  async run({ flags, positionals, say, complain }) {
    if (positionals.includes('defect')) throw new Error('broken');
    if (positionals.length === 0) throw new Refusal('a key is wanted');
    say(`${positionals} = ${flags.text('value')} ${flags.list('tag')} ${flags.isOn('force')}`);
    if (flags.isOn('old')) complain('this is old');
    return 3;
  },
};

const version: Command<CommandCall> = {
  usage: '',
  help: 'Prints the version.',
  flags: [],
  async run({ say }) {
    say('v1');
    return 0;
  },
};

async function run(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await runProgram<CommandCall>(argv, {
    name: 'box',
    commands: {
      version: { synopsis: 'Prints the version', load: async () => version },
      kv: {
        synopsis: 'Works with keys',
        children: { put: { synopsis: 'Sets a key', load: async () => put } },
      },
    },
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    contextOf: (call) => call,
    fail: (problem) => {
      throw new Refusal(problem);
    },
    explain: (error, command) =>
      error instanceof Refusal ? `${command}: ${error.message}\n` : undefined,
  });
  return { code, stdout, stderr };
}

test('a command is found by its words, and gets the flags and words behind them', async () => {
  expect(await run('kv', 'put', '-value=a', '-tag', 'x', '-tag=y', '-force', '-old', 'k')).toEqual({
    code: 3,
    stdout: 'k = a x,y true\n',
    stderr: 'this is old\n',
  });
});

test('what a program expects is explained, and the rest is thrown on', async () => {
  const refused = { code: 1, stdout: '' };
  expect(await run('kv', 'put')).toEqual({ ...refused, stderr: 'box kv put: a key is wanted\n' });
  expect(await run('kv', 'put', '-valeu=1', 'k')).toEqual({
    ...refused,
    stderr: 'box kv put: flag provided but not defined: -valeu; did you mean -value?\n',
  });
  await expect(run('kv', 'put', 'defect')).rejects.toThrow('broken');
});

test('help that is asked for goes to standard output, whatever it is of', async () => {
  const program =
    'Usage: box <command> [options]\n\nCommands:\n    kv       Works with keys\n    version  Prints the version\n';
  for (const argv of [['help'], ['-h'], ['--help']]) {
    expect(await run(...argv)).toEqual({ code: 0, stdout: program, stderr: '' });
  }
  expect((await run('help', 'kv')).stdout).toMatch(/^Usage: box kv <command>/);
  for (const argv of [
    ['help', 'kv', 'put'],
    ['kv', 'put', '-h'],
  ]) {
    expect((await run(...argv)).stdout).toBe(
      'Usage: box kv put [options] KEY\n\n  Sets a key.\n\n' +
        '  -value=<value>  What it is set to.\n  -tag=<value>    May come again.\n  -force          Do it.\n',
    );
  }
  expect((await run('version', '-help')).stdout).toBe(
    'Usage: box version \n\n  Prints the version.\n',
  );
});

test('asking for help never runs the command, whatever comes with it', async () => {
  for (const argv of [
    ['help', 'kv', 'put', 'k'],
    ['help', 'kv', 'put', '-valeu'],
    ['kv', 'put', 'k', '-help'],
    ['kv', 'put', '-value=1', 'k', '--help'],
  ]) {
    const { code, stdout, stderr } = await run(...argv);
    expect([argv, code, stderr]).toEqual([argv, 0, '']);
    expect(stdout).toMatch(/^Usage: box kv put /);
  }
  expect(await run('help', 'help')).toMatchObject({ code: 0, stderr: '' });
  expect((await run('help', 'kv', 'putt')).stderr).toMatch(/^"putt" is not a command of box kv/);
});

test('behind two dashes, and as the text of a flag, help is a word like any other', async () => {
  expect((await run('kv', 'put', '--', '-help')).stdout).toBe('-help = undefined  false\n');
  expect((await run('kv', 'put', '-value', '-help', 'k')).stdout).toBe('k = -help  false\n');
});

test('without a command there is the list of them', async () => {
  expect(await run()).toMatchObject({ code: 127, stdout: '' });
  expect((await run('kv')).stderr).toMatch(/^Usage: box kv <command>/);
});

test('a command that does not exist is named, with the nearest that does', async () => {
  expect(await run('kv', 'putt')).toEqual({
    code: 127,
    stdout: '',
    stderr:
      '"putt" is not a command of box kv; did you mean "put"?\n\nFor the list of commands: box kv -help\n',
  });
  expect((await run('__proto__')).stderr).toMatch(/^"__proto__" is not a command of box\n/);
});

test('the version is asked for as a flag too', async () => {
  for (const word of ['version', '-v', '--version']) expect((await run(word)).stdout).toBe('v1\n');
});
