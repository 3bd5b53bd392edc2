import { untilNothing, WAIT_MS_MAX } from '../serf-processes.mjs';
import { AgentProcess, memberLine, tagText, writeSharedFiles } from './agent-process.mjs';
import { LinkProxy } from './link-proxy.mjs';

const NUMBERS = [1, 2, 3, 4, 5];

/** What an event script is to write for a member. */
export function memberEvent(event, { name, host, tags }) {
  return [event, name, host, tags.role, tagText(tags)].join(' ');
}

/**
 * The latest update of a member comes again from a real agent with every later event of members, also with
 * one of the same step.
 */
function isToldAgain(line, index, lines, { kind, heard }) {
  if (kind !== 'go' || !line.startsWith('member-update ')) return false;
  return heard.has(line) || lines.indexOf(line) < index;
}

/** Five real agents and five of ours, what they should report, and what they do. */
export class Cluster {
  #agents;
  #trial;
  #messageTimes = new Map();
  #optional = new Set();
  #proxy;

  static async open(trial, keys) {
    const { directory } = trial;
    await writeSharedFiles(directory);
    const agents = ['go', 'ts'].flatMap((kind) => {
      return NUMBERS.map((number) => new AgentProcess({ kind, number, directory }));
    });
    await Promise.all(agents.map((agent) => agent.writeKeys(keys)));
    const cluster = new Cluster(agents, trial);
    trial.watch(...agents);
    await cluster.#proxy.open();
    return cluster;
  }

  constructor(agents, trial) {
    this.#agents = agents;
    this.#trial = trial;
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

  async check(what, action) {
    await this.#trial.check(what, action);
  }

  /** Waits until these answer on their command ports. */
  async answering(agents) {
    await Promise.all(agents.map((agent) => agent.ready()));
  }

  /**
   * Waits until these all report the members that there should be: names, addresses, status, tags. In the end
   * all are seen to do so one after another, so that none goes back on it while others come to it.
   */
  async agree(viewers = this.live, statusOf = ({ status }) => status, limitMs = WAIT_MS_MAX) {
    const wanted = this.#agents
      .map((agent) => ({ ...agent, addr: agent.address, status: statusOf(agent) }))
      .filter(({ status }) => status !== 'gone')
      .map(memberLine)
      .sort();
    const find = async (viewer) => differences(await viewer.memberLines(), wanted);
    let open = viewers;
    await untilNothing(
      'all report the same members',
      async () => {
        let found = await amissWith(open, find);
        if (found.length === 0 && open !== viewers) found = await amissWith(viewers, find);
        open = found.map(({ viewer }) => viewer);
        return textOf(found);
      },
      limitMs,
    );
  }

  /**
   * Waits until the event scripts of these have been run for just these events, in any order, since the
   * last check. What comes twice is then found by the next check. Messages must have the same Lamport
   * time everywhere. What may be heard too, once, is left out of the comparison, from now on: it may also
   * come late.
   */
  async hear(events, viewers = this.live, mayBeHeard = []) {
    for (const line of mayBeHeard) this.#optional.add(line);
    const find = async (viewer) => {
      const lines = (await viewer.newLines()).map((line) => this.#eventOf(line, viewer));
      const compared = lines.filter(
        (line, index) =>
          !this.#isHeardAsMayBe(line, index, lines, viewer) &&
          !isToldAgain(line, index, lines, viewer),
      );
      const amiss = differences(compared.sort(), [...events].sort());
      if (amiss !== undefined) return amiss;
      viewer.seenCount += lines.length;
      for (const line of lines) viewer.heard.add(line);
      return undefined;
    };
    let open = viewers;
    await untilNothing('all hear the same events', async () => {
      const found = await amissWith(open, find);
      open = found.map(({ viewer }) => viewer);
      return textOf(found);
    });
  }

  /** The lines of an agent that were not accounted for are none of a check's business. */
  async forget(viewers) {
    for (const viewer of viewers) viewer.seenCount += (await viewer.newLines()).length;
  }

  /** Messages that some hear and others need not. */
  get optional() {
    return this.#optional;
  }

  #isHeardAsMayBe(line, index, lines, { heard }) {
    return this.#optional.has(line) && !heard.has(line) && lines.indexOf(line) === index;
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

/** Those with whom something is amiss, and what. */
async function amissWith(viewers, find) {
  const found = await Promise.all(
    viewers.map(async (viewer) => ({ viewer, amiss: await find(viewer) })),
  );
  return found.filter(({ amiss }) => amiss !== undefined);
}

function textOf(found) {
  if (found.length === 0) return undefined;
  return found.map(({ viewer, amiss }) => `${viewer.name}:\n${amiss}`).join('\n');
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
