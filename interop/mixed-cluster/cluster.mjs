import { setTimeout as delay } from 'node:timers/promises';
import { AgentProcess, memberLine, tagText, writeSharedFiles } from './agent-process.mjs';
import { LinkProxy } from './link-proxy.mjs';

const WAIT_MS_MAX = 45_000;
const NUMBERS = [1, 2, 3, 4, 5];

/** Waits until nothing is amiss; `find` says what is. */
export async function until(what, find, limitMs = WAIT_MS_MAX) {
  const endMs = Date.now() + limitMs;
  for (;;) {
    const amiss = await find();
    if (amiss === undefined) return;
    if (Date.now() > endMs) throw new Error(`${what}, not within ${limitMs} ms:\n${amiss}`);
    await delay(150);
  }
}

/** What an event script is to write for a member. */
export function memberEvent(event, { name, host, tags }) {
  return [event, name, host, tags.role, tagText(tags)].join(' ');
}

function isUpdate(line) {
  return line.startsWith('member-update ');
}

/** The latest update of a member comes again from a real agent with every later event of members. */
function isToldAgain(line, { kind, heardUpdates }) {
  return kind === 'go' && isUpdate(line) && heardUpdates.has(line);
}

/** Five real agents and five of ours, what they should report, and what they do. */
export class Cluster {
  checkCount = 0;
  #agents;
  #messageTimes = new Map();
  #proxy;

  static async open({ directory, keys }) {
    await writeSharedFiles(directory);
    const agents = ['go', 'ts'].flatMap((kind) => {
      return NUMBERS.map((number) => new AgentProcess({ kind, number, directory }));
    });
    await Promise.all(agents.map((agent) => agent.writeKeys(keys)));
    const cluster = new Cluster(agents);
    await cluster.#proxy.open();
    return cluster;
  }

  constructor(agents) {
    this.#agents = agents;
    this.#proxy = new LinkProxy(agents);
  }

  get proxy() {
    return this.#proxy;
  }

  get agents() {
    return this.#agents;
  }

  /** Those that run. */
  get live() {
    return this.#agents.filter(({ status }) => status === 'alive');
  }

  /** The agents of these names. */
  pick(...names) {
    return names.map((name) => {
      const found = this.#agents.find((agent) => agent.name === name);
      if (found === undefined) throw new Error(`there is no ${name}`);
      return found;
    });
  }

  /** Takes a step, and prints that what it is to show holds. */
  async check(what, action) {
    const startMs = Date.now();
    await action();
    const seconds = ((Date.now() - startMs) / 1000).toFixed(1);
    this.checkCount += 1;
    console.log(`ok ${this.checkCount} - ${what} (${seconds} s)`);
  }

  /** Waits until these answer on their command ports. */
  async answering(agents) {
    await until('agents answer', async () => {
      const ended = agents.find(({ exit }) => exit !== undefined);
      if (ended !== undefined) throw new Error(`${ended.name} ended with ${ended.exit}`);
      const answers = await Promise.all(agents.map((agent) => agent.members()));
      const silent = agents.filter((_, index) => answers[index] === undefined);
      return silent.length === 0 ? undefined : silent.map(({ name }) => name).join(', ');
    });
  }

  /** Waits until these all report the members that there should be: names, addresses, status, tags. */
  async agree(viewers = this.live, statusOf = ({ status }) => status, limitMs = WAIT_MS_MAX) {
    const wanted = this.#agents
      .map((agent) => ({ ...agent, addr: agent.address, status: statusOf(agent) }))
      .filter(({ status }) => status !== 'gone')
      .map(memberLine)
      .sort();
    const find = async (viewer) => differences((await viewer.members()) ?? ['no answer'], wanted);
    await until('members', this.#allOf(viewers, find), limitMs);
  }

  /**
   * Waits until the event scripts of these have been run for just these events, in any order, since the
   * last check. What comes twice is then found by the next check. Messages must have the same Lamport
   * time everywhere. What may be heard too is left out of the comparison.
   */
  async hear(events, viewers = this.live, mayBeHeard = []) {
    const find = async (viewer) => {
      const lines = (await viewer.newLines()).map((line) => this.#eventOf(line, viewer));
      const compared = lines.filter(
        (line) => !mayBeHeard.includes(line) && !isToldAgain(line, viewer),
      );
      const amiss = differences(compared.sort(), [...events].sort());
      if (amiss !== undefined) return amiss;
      viewer.seenCount += lines.length;
      for (const line of lines.filter(isUpdate)) viewer.heardUpdates.add(line);
      return undefined;
    };
    await until('events', this.#allOf(viewers, find));
  }

  /** The lines of an agent that were not accounted for are none of a check's business. */
  async forget(viewers) {
    for (const viewer of viewers) viewer.seenCount += (await viewer.newLines()).length;
  }

  /** Looks at each until nothing is amiss with it, and not again then. */
  #allOf(viewers, find) {
    const open = new Set(viewers);
    return async () => {
      const found = await Promise.all(
        [...open].map(async (viewer) => {
          const amiss = await find(viewer);
          if (amiss === undefined) open.delete(viewer);
          return amiss && `${viewer.name}:\n${amiss}`;
        }),
      );
      return open.size === 0 ? undefined : found.filter((text) => text !== undefined).join('\n');
    };
  }

  #eventOf(line, { name: viewer }) {
    const [event, name, ...rest] = line.split('\t');
    if (event.startsWith('member-')) {
      const [host, role, tags] = rest;
      return [event, name, host, role, tags.split(',').sort().join(',')].join(' ');
    }
    const [time, payload] = rest;
    const message = `${event} ${name} ${payload}`;
    const known = this.#messageTimes.get(message) ?? time;
    this.#messageTimes.set(message, known);
    return known === time ? message : `${message} at ${time}, not ${known} (${viewer})`;
  }
}

/** Lines that are missing or too many; both lists are sorted. */
function differences(lines, wanted) {
  if (lines.join('\n') === wanted.join('\n')) return undefined;
  const rest = [...wanted];
  const extra = lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return [
    ...rest.map((line) => `  missing ${line}`),
    ...extra.map((line) => `  extra ${line}`),
  ].join('\n');
}
