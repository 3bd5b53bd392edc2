import type { FlagValues } from '@konsul/runtime/command-line';
import { SerfError } from '../../errors.js';
import type { IpcClient } from '../../ipc/ipc-client.js';
import type { IpcQueryRequest } from '../../ipc/ipc-request.js';
import type { IpcRecord } from '../../ipc/ipc-response.js';
import { attempt, parsePairs, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';
import { formatJson } from '../go-json.js';
import { readDurationMs } from '../read-duration.js';
import { readFormat } from './info.js';

const RELAY_FACTOR_MAX = 255;

/** `query`. Source: Serf's command of that name. */
export const query: CliCommand = {
  usage: '[options] NAME [PAYLOAD]',
  help: 'Asks the members of the cluster and shows what they answer.',
  flags: [
    ...clientFlags,
    { name: 'format', kind: 'value', help: 'text or json; default text.' },
    { name: 'node', kind: 'list', help: 'Ask only the members of these names.' },
    { name: 'tag', kind: 'list', help: 'key=expression: ask only members whose tag matches.' },
    { name: 'timeout', kind: 'value', help: 'How long to wait, for example 15s.' },
    { name: 'no-ack', kind: 'boolean', help: 'Members need not say that they have heard.' },
    { name: 'relay-factor', kind: 'value', help: 'Answers come by so many other members too.' },
  ],
  async run({ flags, positionals, withAgent, say }) {
    const complaint = 'A name and a payload are wanted.';
    requireWords(positionals, { min: 1, max: 2, complaint });
    const request = requestOf(flags, positionals);
    const isJson = readFormat(flags.text('format')) === 'json';
    await withAgent(async (client) => {
      if (isJson) await showJson(client, request, say);
      else await showText(client, request, say);
    });
    return 0;
  },
};

/** Asks by an agent; records go to the listener. Resolves when the query has ended. */
export async function runQuery(
  client: IpcClient,
  request: IpcQueryRequest,
  {
    onStart,
    onRecord,
  }: {
    readonly onStart: () => void;
    readonly onRecord: (record: IpcRecord) => void;
  },
): Promise<void> {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Records may come with the answer that says that the query was begun.
  const early: IpcRecord[] = [];
  let isStarted = false;
  const take = (record: IpcRecord): void => {
    if (record.type === 'done') end();
    else onRecord(record);
  };
  await attempt(
    'Error sending query',
    client.open(request, (record) => {
      if (isStarted) take(record);
      else early.push(record);
    }),
  );
  onStart();
  isStarted = true;
  for (const record of early) take(record);
  await Promise.race([done, client.closed]);
}

async function showText(
  client: IpcClient,
  request: IpcQueryRequest,
  say: (line: string) => void,
): Promise<void> {
  let ackCount = 0;
  let responseCount = 0;
  await runQuery(client, request, {
    onStart: () => say(`Query '${request.name}' dispatched`),
    onRecord: (record) => {
      if (record.type === 'ack') {
        ackCount += 1;
        say(`Ack from '${record.from}'`);
      } else if (record.type === 'response') {
        responseCount += 1;
        const text = Buffer.from(record.payload).toString().replace(/\n$/, '');
        say(`Response from '${record.from}': ${text}`);
      }
    },
  });
  if (request.wantsAck) say(`Total Acks: ${ackCount}`);
  say(`Total Responses: ${responseCount}`);
}

async function showJson(
  client: IpcClient,
  request: IpcQueryRequest,
  say: (line: string) => void,
): Promise<void> {
  const acks: string[] = [];
  const responses = new Map<string, string>();
  await runQuery(client, request, {
    onStart: () => undefined,
    onRecord: (record) => {
      if (record.type === 'ack') acks.push(record.from);
      else if (record.type === 'response') {
        responses.set(record.from, Buffer.from(record.payload).toString());
      }
    },
  });
  const Responses = Object.fromEntries([...responses].sort());
  say(formatJson({ Acks: acks.length === 0 ? null : acks, Responses }));
}

function requestOf(
  flags: FlagValues,
  [name = '', payload = '']: readonly string[],
): IpcQueryRequest {
  const relayFactor = Number(flags.text('relay-factor') ?? '0');
  if (!Number.isInteger(relayFactor) || relayFactor < 0 || relayFactor > RELAY_FACTOR_MAX) {
    throw new SerfError('INVALID_USAGE', 'Relay factor must be between 0 and 255');
  }
  const timeout = flags.text('timeout') ?? '0';
  const timeoutMs = readDurationMs(timeout);
  if (timeoutMs === undefined) {
    throw new SerfError('INVALID_USAGE', `-timeout=${timeout} is no duration such as 15s`);
  }
  return {
    type: 'query',
    name,
    payload: Buffer.from(payload),
    filterNodes: flags.list('node'),
    filterTags: parsePairs(flags.list('tag')),
    wantsAck: !flags.isOn('no-ack'),
    relayFactor,
    timeoutMs,
  };
}
