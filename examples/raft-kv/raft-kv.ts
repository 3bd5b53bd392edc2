// One server of a replicated key-value store. README.md says how to run three of them.
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import {
  createFileSnapshotStore,
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
  isRaftError,
  type StateMachine,
} from '@konsul/raft';
import { createTcpTransport } from '@konsul/runtime';

/** What is replicated: a text to hold or to add, only if the key holds what is expected. */
interface Command {
  readonly type: 'put' | 'append';
  readonly key: string;
  readonly value: string;
  readonly expected?: string | undefined;
}

/** Texts by key; a key that was never written holds the empty text. */
class KeyValueMachine implements StateMachine<boolean> {
  #values = new Map<string, string>();

  get(key: string): string {
    return this.#values.get(key) ?? '';
  }

  /** @returns for each command whether it was done; only `expected` can be in its way. */
  apply(entries: readonly { readonly data: Uint8Array }[]): boolean[] {
    return entries.map(({ data }) => this.#applyOne(JSON.parse(new TextDecoder().decode(data))));
  }

  snapshot(): { data: Uint8Array[] } {
    return { data: [new TextEncoder().encode(JSON.stringify([...this.#values]))] };
  }

  async restore(_: unknown, data: AsyncIterable<Uint8Array>): Promise<void> {
    this.#values = new Map(JSON.parse(await text(data)));
  }

  #applyOne({ type, key, value, expected }: Command): boolean {
    const held = this.get(key);
    if (expected !== undefined && expected !== held) return false;
    this.#values.set(key, type === 'append' ? held + value : value);
    return true;
  }
}

/** Ends with what is wrong, in one line. */
function end(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.on('uncaughtException', end);

const { values: flags } = parseArgs({
  options: {
    id: { type: 'string', default: 'a' },
    data: { type: 'string', default: 'raft-kv-data' },
    host: { type: 'string', default: '127.0.0.1' },
    'raft-port': { type: 'string', default: '8301' },
    'http-port': { type: 'string', default: '9301' },
    address: { type: 'string' },
    group: { type: 'string' },
    'unsafe-reads': { type: 'boolean', default: false },
  },
});
const { id, host } = flags;
// A stale read asks nobody: it shows what the quorum round of a linearizable one is for.
const consistency = flags['unsafe-reads'] ? 'stale' : 'linearizable';
const address = flags.address ?? `${host}:${flags['raft-port']}`;
const own = { clusterId: 'raft-kv', nodeId: id };
const machine = new KeyValueMachine();
const streams = createTcpTransport({ host, port: Number(flags['raft-port']) });
const raft = createRaft({
  id,
  address,
  stateMachine: machine,
  logStore: createWalLogStore({ directory: join(flags.data, id, 'log'), ...own }),
  snapshotStore: createFileSnapshotStore({ directory: join(flags.data, id, 'snapshots'), ...own }),
  transport: createStreamRaftTransport({ streams, address, ...own }),
  config: { snapshotThresholdEntries: 2_000, trailingEntries: 500 },
});

async function propose(command: Command): Promise<{ isDone: boolean }> {
  const bytes = new TextEncoder().encode(JSON.stringify(command));
  return { isDone: await raft.propose(bytes, { signal: AbortSignal.timeout(5_000) }) };
}

async function serve(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://raft-kv');
  const [, area, key = ''] = /^\/(\w+)\/?(.*)$/s.exec(decodeURIComponent(pathname)) ?? [];
  if (key === '' && area !== 'status') throw new RangeError(`no name in ${pathname}`);
  const { 'content-length': length = 0, 'transfer-encoding': coding } = request.headers;
  if (coding !== undefined || Number(length) > 65_536) throw new RangeError('more than 64 KiB');
  const value = await text(request);
  switch (`${request.method} ${area}`) {
    case 'GET kv':
      return { value: await raft.read(() => machine.get(key), { consistency }) };
    case 'PUT kv':
      return propose({ type: 'put', key, value, expected: searchParams.get('if') ?? undefined });
    case 'POST kv':
      return propose({ type: 'append', key, value });
    case 'PUT servers':
      return { index: await raft.addVoter({ id: key, address: value }) };
    case 'DELETE servers':
      return { index: await raft.removeServer(key) };
    case 'GET status':
      return raft.status();
    default:
      throw new RangeError(`no ${request.method} ${pathname} here`);
  }
}

/** What a client may conclude. With every other code it may have taken effect, or may yet. */
const outcomes: Record<string, readonly [status: number, outcome: string] | undefined> = {
  NOT_LEADER: [421, 'not-leader'],
  OVERLOADED: [503, 'overloaded'],
  DROPPED: [503, 'dropped'],
  REFUSED: [409, 'refused'],
};

function explain(error: unknown): readonly [status: number, body: unknown] {
  if (!isRaftError(error)) return [400, { outcome: 'refused', message: String(error) }];
  const [status, outcome] = outcomes[error.code] ?? [504, 'unknown'];
  return [status, { outcome, leader: error.leader?.id, message: error.message }];
}

raft.on('leader-changed', ({ leader }) => console.log(`${id}: ${leader ?? 'nobody'} leads`));
raft.on('fault', end);
console.log(`${id}: at ${address}, waiting for the others`);
if (flags.group !== undefined) {
  const servers = flags.group.split(',').map((server) => server.split('='));
  const voters = servers.map(([name = '', at = '']) => ({ id: name, address: at }));
  // A group is founded once; at every later start its members stand in the log.
  await raft.bootstrap({ voters, votersOutgoing: [], learners: [] }).catch((error) => {
    if (!isRaftError(error, 'ALREADY_BOOTSTRAPPED')) throw error;
  });
}
await raft.start();
createServer(async (request, response) => {
  const [status, body] = await serve(request).then((answer) => [200, answer] as const, explain);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}).listen(Number(flags['http-port']), host, () => console.log(`${id}: ready`));
