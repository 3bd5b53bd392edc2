import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, start } from './children.mjs';

const OUR_PROGRAM = fileURLToPath(
  new URL('../../packages/serf/bin/konsul-serf.mjs', import.meta.url),
);
const PROGRAMS = { go: ['serf'], ts: [process.execPath, OUR_PROGRAM] };
const GOSSIP_PORT = 17_946;
const PROXY_PORT = 17_950;
const RPC_PORT = 17_373;
/** Serf's protocol, as both kinds announce it. */
const PROTOCOL = { version: 5, min: 2, max: 5 };

/** Appends a line for each member or message, and answers queries. $1 is the file. */
const HANDLER = `
case "$SERF_EVENT" in
  user) printf 'user\\t%s\\t%s\\t%s\\n' "$SERF_USER_EVENT" "$SERF_USER_LTIME" "$(cat)" >> "$1" ;;
  query) payload=$(cat)
    printf 'query\\t%s\\t%s\\t%s\\n' "$SERF_QUERY_NAME" "$SERF_QUERY_LTIME" "$payload" >> "$1"
    echo "$SERF_SELF_NAME heard $payload" ;;
  *) while IFS= read -r line; do printf '%s\\t%s\\n' "$SERF_EVENT" "$line"; done >> "$1" ;;
esac
`;

/** Writes what all agents read: the event script and the settings that have no flag. */
export async function writeSharedFiles(directory) {
  await writeFile(join(directory, 'handler.sh'), HANDLER);
  await writeFile(join(directory, 'settings.json'), '{"reconnect_interval":"2s"}');
}

/**
 * An agent of either kind (`go` or `ts`), driven by the real `serf` command. It announces an address
 * where a proxy listens instead of its own. Its files survive a restart.
 */
export class AgentProcess {
  /** What others are to see. */
  tags;
  status = 'alive';
  output = '';
  /** Exit code or signal of a process that has ended. */
  exit;
  /** Lines of the event file that a check has already accounted for. */
  seenCount = 0;
  heardUpdates = new Set();
  #process;
  #exited;

  constructor({ kind, number, directory }) {
    this.kind = kind;
    this.name = `${kind}-${number}`;
    this.host = `127.0.6.${kind === 'go' ? number : 10 + number}`;
    this.startTags = { role: `role-${number}`, kind };
    this.tags = this.startTags;
    this.bind = { host: this.host, port: GOSSIP_PORT };
    this.proxy = { host: this.host, port: PROXY_PORT };
    this.address = `${this.host}:${PROXY_PORT}`;
    this.directory = directory;
    this.keyringFile = join(directory, `${this.name}.keys`);
    this.eventFile = join(directory, `${this.name}.events`);
  }

  get pid() {
    return this.#process?.pid;
  }

  start(...args) {
    const tags = Object.entries(this.startTags).map(([key, value]) => `-tag=${key}=${value}`);
    this.tags = this.startTags;
    this.status = 'alive';
    this.#process = start([
      ...PROGRAMS[this.kind],
      'agent',
      `-node=${this.name}`,
      `-bind=${this.host}:${GOSSIP_PORT}`,
      `-advertise=${this.address}`,
      `-rpc-addr=${this.host}:${RPC_PORT}`,
      '-profile=lan',
      '-log-level=debug',
      `-snapshot=${join(this.directory, `${this.name}.snapshot`)}`,
      `-keyring-file=${this.keyringFile}`,
      `-config-file=${join(this.directory, 'settings.json')}`,
      `-event-handler=sh ${join(this.directory, 'handler.sh')} ${this.eventFile}`,
      ...tags,
      ...args,
    ]);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on('data', (chunk) => {
        this.output = `${this.output}${chunk}`.slice(-200_000);
      });
    }
    this.exit = undefined;
    this.#exited = new Promise((resolve) => {
      this.#process.once('exit', (code, signal) => {
        this.exit = code ?? signal;
        resolve(this.exit);
      });
    });
  }

  /** Resolves with the exit code once the process has ended. */
  async ended() {
    return await this.#exited;
  }

  async kill() {
    this.#process.kill('SIGKILL');
    this.status = 'failed';
    await this.#exited;
  }

  /** Runs the real command against this agent. */
  async ask(verb, ...words) {
    return await run('serf', [verb, `-rpc-addr=${this.host}:${RPC_PORT}`, ...words]);
  }

  /** Like `ask`, for what must succeed. */
  async tell(verb, ...words) {
    const { code, stdout, stderr } = await this.ask(verb, ...words);
    if (code === 0) return stdout;
    throw new Error(`serf ${verb} ${words.join(' ')}, asked of ${this.name}: ${stdout}${stderr}`);
  }

  /** What this agent reports of everybody, a sorted line each; undefined when it does not answer. */
  async members() {
    const { code, stdout } = await this.ask('members', '-format=json');
    if (code !== 0) return undefined;
    const members = JSON.parse(stdout).members ?? [];
    return members.map(memberLine).sort();
  }

  /** Lines of the event script that no check has accounted for yet. */
  async newLines() {
    const text = await readFile(this.eventFile, 'utf8').catch(() => '');
    return text.split('\n').slice(this.seenCount, -1);
  }

  async keys() {
    return JSON.parse(await readFile(this.keyringFile, 'utf8'));
  }

  async writeKeys(keys) {
    await writeFile(this.keyringFile, JSON.stringify(keys), { mode: 0o600 });
  }

  /** `serf monitor` of this agent. */
  monitor() {
    return start(['serf', 'monitor', `-rpc-addr=${this.host}:${RPC_PORT}`, '-log-level=info']);
  }
}

/** A member as one line, tags in an order of their own. */
export function memberLine({ name, addr, status, tags, protocol = PROTOCOL }) {
  const { version, min, max } = protocol;
  return [name, addr, status, tagText(tags), `protocol ${version} of ${min} to ${max}`].join(' ');
}

export function tagText(tags) {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',');
}
