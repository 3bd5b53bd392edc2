import type { IpcRecord } from '../../ipc/ipc-response.js';
import { attempt, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `monitor`. Source: Serf's command of that name. */
export const monitor: CliCommand = {
  usage: '[options]',
  help: "Shows the last lines of an agent's log, then log and events as they come.",
  flags: [
    ...clientFlags,
    { name: 'log-level', kind: 'value', help: 'Least level that is shown; default INFO.' },
  ],
  async run({ host, flags, positionals, withAgent, say }) {
    requireWords(positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    const logLevel = flags.text('log-level') ?? 'INFO';
    return await withAgent(async (client) => {
      const show = (record: IpcRecord): void => {
        for (const line of linesOf(record)) say(line);
      };
      await attempt('Error starting stream', client.open({ type: 'stream', filter: '*' }, show));
      await attempt('Error starting monitor', client.open({ type: 'monitor', logLevel }, show));
      const interrupted = new Promise<'interrupted'>((resolve) => {
        host.onSignal(() => resolve('interrupted'));
      });
      const end = await Promise.race([interrupted, client.closed]);
      if (end === 'interrupted') return 0;
      say('\nRemote side ended the monitor! This usually means that the');
      say('remote side has exited or crashed.');
      return 1;
    });
  },
};

function linesOf(record: IpcRecord): readonly string[] {
  switch (record.type) {
    case 'log':
      return [record.line];
    case 'member-event':
      return eventLines({
        Event: record.event,
        Members: record.members.map(({ name, status }) => `${name} (${status})`).join(', '),
      });
    case 'user-event':
      return eventLines({ Event: 'user', ...payloadFields(record), Coalesce: record.canCoalesce });
    case 'query-event':
      return eventLines({ Event: 'query', ID: record.id, ...payloadFields(record) });
    default:
      return [];
  }
}

function payloadFields(
  record: Extract<IpcRecord, { readonly type: 'user-event' | 'query-event' }>,
): Readonly<Record<string, unknown>> {
  const payload = Buffer.from(record.payload).toString();
  return { LTime: record.time, Name: record.name, Payload: payload };
}

function eventLines(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const lines = Object.entries(fields).map(([key, value]) => `\t${key}: ${JSON.stringify(value)}`);
  return ['Event Info:', ...lines];
}
