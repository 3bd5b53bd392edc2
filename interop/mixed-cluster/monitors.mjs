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

  /**
   * Waits until all have shown the same messages but those that not all need hear, and the same became of
   * each member in their logs. What shows nothing agrees with nobody.
   */
  async agree(optional) {
    await untilNothing('monitors', () => {
      const [first, ...others] = this.#watched.map(({ output }) => view(output, optional));
      if (first === '') return `${this.#watched[0]?.name} shows nothing`;
      const differing = others.find((other) => other !== first);
      return differing && `${first}\n--- but\n${differing}`;
    });
  }
}

/** Queries that one of those watched does not hear. */
const FILTERED = /Name: "(tag|tags|both)"/;

/** Numbers of their own, and what an exchange of states does not tell: which events coalesce. */
const UNLIKE = /^(ID|Coalesce): /;

function view(output, optional) {
  const messages = [...output.matchAll(/^Event Info:\n((?:\t.*\n)+)/gm)]
    .map(([, fields]) => fields.trim().split(/\n?\t/).sort())
    .map((fields) => fields.filter((field) => !UNLIKE.test(field)).join(' '))
    .filter((text) => /Event: "(user|query)"/.test(text))
    .filter((text) => !FILTERED.test(text) && !optional.has(messageOf(text)));
  return [...fates(output), ...messages].sort().join('\n');
}

/** A message as event scripts are told it. */
function messageOf(text) {
  const field = (name) => new RegExp(`${name}: "([^"]*)"`).exec(text)?.[1];
  const bytes = /Payload: \[\]byte\{([^}]*)\}/.exec(text)?.[1] ?? '';
  const payload = Buffer.from(bytes.split(', ').map(Number)).toString();
  return `${field('Event')} ${field('Name')} ${payload}`;
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
