import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SerfAgent, start } from '../serf-processes.mjs';

const PROXY_PORT = 17_950;
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

/** An agent that announces an address where a proxy listens instead of its own. */
export class AgentProcess extends SerfAgent {
  /** What others are to see. */
  tags;
  status = 'alive';
  /** Lines of the event file that a check has already accounted for. */
  seenCount = 0;
  /** What checks have accounted for since the last start. */
  heard = new Set();

  constructor({ kind, number, directory }) {
    const host = `127.0.6.${kind === 'go' ? number : 10 + number}`;
    super({ kind, name: `${kind}-${number}`, host, directory });
    this.startTags = { role: `role-${number}`, kind };
    this.tags = this.startTags;
    this.proxy = { host, port: PROXY_PORT };
    this.address = `${host}:${PROXY_PORT}`;
    this.directory = directory;
    this.keyringFile = join(directory, `${this.name}.keys`);
  }

  start(...flags) {
    const tags = Object.entries(this.startTags).map(([key, value]) => `-tag=${key}=${value}`);
    this.tags = this.startTags;
    this.status = 'alive';
    this.heard.clear();
    super.start(
      `-advertise=${this.address}`,
      '-profile=lan',
      `-snapshot=${join(this.directory, `${this.name}.snapshot`)}`,
      `-keyring-file=${this.keyringFile}`,
      `-config-file=${join(this.directory, 'settings.json')}`,
      `-event-handler=sh ${join(this.directory, 'handler.sh')} ${this.eventFile}`,
      ...tags,
      ...flags,
    );
  }

  async kill() {
    this.status = 'failed';
    await super.kill();
  }

  /** What this agent reports of everybody, a sorted line each. */
  async memberLines() {
    const members = await this.members();
    return members?.map(memberLine).sort() ?? ['no answer'];
  }

  /** Lines of the event script that no check has accounted for yet. */
  async newLines() {
    return (await this.events()).split('\n').slice(this.seenCount, -1);
  }

  async keys() {
    return JSON.parse(await readFile(this.keyringFile, 'utf8'));
  }

  async writeKeys(keys) {
    await writeFile(this.keyringFile, JSON.stringify(keys), { mode: 0o600 });
  }

  /** `serf monitor` of this agent. */
  monitor() {
    return start(['serf', 'monitor', this.rpc, '-log-level=info']);
  }

  async view() {
    return `${await super.view()}\nits scripts, since the last check:\n${(await this.newLines()).join('\n')}`;
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
