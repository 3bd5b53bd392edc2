import { type FlagValues, formatTable } from '@konsul/runtime/command-line';
import { SerfError } from '../../errors.js';
import type { IpcClient } from '../../ipc/ipc-client.js';
import type { IpcRequest } from '../../ipc/ipc-request.js';
import type { IpcKeyResult } from '../../ipc/ipc-response.js';
import { requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand, CommandContext } from '../command.js';

interface KeyTask {
  readonly request: IpcRequest;
  readonly begun: string;
  readonly done: string;
  readonly failed: string;
}

/** `keys`. Source: Serf's command of that name. */
export const keys: CliCommand = {
  usage: '[options]',
  help: 'Works with the keys of all members at once; one of the four is wanted.',
  flags: [
    ...clientFlags,
    { name: 'install', kind: 'value', help: 'Add this key everywhere (base64).' },
    { name: 'use', kind: 'value', help: 'Encrypt with this key everywhere.' },
    { name: 'remove', kind: 'value', help: 'Forget this key everywhere.' },
    { name: 'list', kind: 'boolean', help: 'List the keys, with how many members hold each.' },
  ],
  async run(context) {
    requireWords(context.positionals, { min: 0, max: 0, complaint: 'Only flags are wanted.' });
    const task = taskOf(context.flags);
    return await context.withAgent((client) => runTask(context, client, task));
  },
};

function taskOf(flags: FlagValues): KeyTask {
  const tasks: KeyTask[] = [];
  const [install = '', use = '', remove = ''] = ['install', 'use', 'remove'].map((name) =>
    flags.text(name),
  );
  if (flags.isOn('list')) {
    tasks.push({
      request: { type: 'list-keys' },
      begun: 'Asking all members for installed keys...',
      done: 'Keys gathered, listing cluster keys...',
      failed: 'Failed to gather member keys',
    });
  }
  if (install !== '') {
    tasks.push({
      request: { type: 'install-key', key: install },
      begun: 'Installing key on all members...',
      done: 'Successfully installed key!',
      failed: 'Error installing key',
    });
  }
  if (use !== '') {
    tasks.push({
      request: { type: 'use-key', key: use },
      begun: 'Changing primary key on all members...',
      done: 'Successfully changed primary key!',
      failed: 'Error changing primary key',
    });
  }
  if (remove !== '') {
    tasks.push({
      request: { type: 'remove-key', key: remove },
      begun: 'Removing key on all members...',
      done: 'Successfully removed key!',
      failed: 'Error removing key',
    });
  }
  const [task] = tasks;
  if (task !== undefined && tasks.length === 1) return task;
  const wanted = 'one of -install, -use, -remove and -list is wanted';
  throw new SerfError('INVALID_USAGE', `${wanted}, not ${tasks.length}`);
}

async function runTask(
  { say, complain }: CommandContext,
  client: IpcClient,
  task: KeyTask,
): Promise<number> {
  say(`==> ${task.begun}`);
  const { error, body } = await client.exchange(task.request);
  const result = body.type === 'keys' ? body.result : undefined;
  if (error !== '') {
    if (result !== undefined && result.messages.size > 0) complain(failures(result));
    complain(`\n${task.failed}: ${error}`);
    return 1;
  }
  say(`==> ${task.done}`);
  if (task.request.type === 'list-keys' && result !== undefined) say(`\n${listing(result)}`);
  return 0;
}

function failures({ messages }: IpcKeyResult): string {
  return formatTable([...messages].sort().map((entry) => ['failed:', ...entry]));
}

function listing({ keys: held = new Map<string, number>(), nodeCount }: IpcKeyResult): string {
  const rows = [...held].sort().map(([key, count]) => [key, `[${count}/${nodeCount}]`]);
  return formatTable(rows);
}
