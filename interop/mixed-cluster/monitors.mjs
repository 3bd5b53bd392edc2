import { untilNothing } from '../serf-processes.mjs';

/** `serf monitor` of several agents that see the same. */
export class Monitors {
  #watched;

  constructor(agents) {
    this.#watched = agents.map((agent) => {
      const watched = { name: agent.name, output: '' };
      agent.monitor().stdout.on('data', (chunk) => {
        watched.output += chunk;
      });
      return watched;
    });
  }

  /** Waits until all have shown the same messages, and the same became of each member in their logs. */
  async agree() {
    await untilNothing('monitors', () => {
      const [first, ...others] = this.#watched.map(({ output }) => view(output));
      const differing = others.find((other) => other !== first);
      return differing && `${first}\n--- but\n${differing}`;
    });
  }
}

/** Queries that one of those watched does not hear. */
const FILTERED = /Name: "(tag|tags|both)"/;
/** Which user events were coalesced away is a matter of time. */
const COALESCED = /Name: "restart-/;

function view(output) {
  const messages = [...output.matchAll(/^Event Info:\n((?:\t.*\n)+)/gm)]
    .map(([, fields]) => fields.trim().split(/\n?\t/).sort())
    .map((fields) => fields.filter((field) => !field.startsWith('ID: ')).join(' '))
    .filter((text) => /Event: "(user|query)"/.test(text))
    .filter((text) => !FILTERED.test(text) && !COALESCED.test(text));
  return [...fates(output), ...messages].sort().join('\n');
}

/**
 * What became of each member, by the log. Real agents say of what is forced that it is, and log the leave
 * of a member that is removed at once.
 */
function fates(output) {
  const members = new Map();
  for (const [, what, name] of output.matchAll(/serf: EventMember(\w+)(?: \(forced\))?: (\S+)/g)) {
    members.set(name, [...(members.get(name) ?? []), what]);
  }
  return [...members].map(([name, words]) => {
    return `${name}: ${words.join(', ').replaceAll('Leave, Reap', 'Reap')}`;
  });
}
