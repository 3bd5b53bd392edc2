import { readChange } from '../interaction/change-text.js';
import { describeConfiguration } from '../interaction/describe-effect.js';
import { InteractionGroup } from '../interaction/interaction-group.js';

const rule = '----';

/**
 * Runs a scenario and returns it with its outputs written anew. A block is commands, a rule, then
 * output up to an empty line; lines that begin with `#` are kept.
 *
 * Commands: `group a b [+learner] [?stranger] [key=value]`, `timeout a` (let it campaign, or beat),
 * `elect a`, `propose a text...`, `deliver [a>b]`, `drop [a>b]`, `cut a>b`, `isolate a`, `heal`,
 * `sync a` (finish its write), `work a` (apply, load, snapshots), `stabilize`, `crash a`,
 * `restart a`, `change a verb id|verb id`, `transfer a [b]`, `read a token`, `snapshot a`,
 * `advance ms`, `status`, `quiet` (forget the block's output so far).
 */
export function runScenario(text: string): string {
  const blocks = text.trim().split(/\n\n+/);
  let group: InteractionGroup | undefined;
  const rendered = blocks.map((block) => {
    const lines = block.split('\n');
    const end = lines.indexOf(rule);
    const commands = end < 0 ? lines : lines.slice(0, end);
    if (commands.every((line) => line.startsWith('#'))) return commands.join('\n');
    for (const command of commands) {
      if (command.startsWith('#')) continue;
      group = runCommand(group, command.trim().split(/\s+/));
    }
    const output = group?.output ?? [];
    if (group !== undefined) group.output = [];
    return [...commands, rule, ...output].join('\n');
  });
  return `${rendered.join('\n\n')}\n`;
}

function createGroup(words: readonly string[]): InteractionGroup {
  const settings = words.filter((word) => word.includes('='));
  const names = words.filter((word) => !word.includes('='));
  const marked = (mark: string): string[] =>
    names.filter((name) => name.startsWith(mark)).map((name) => name.slice(1));
  return new InteractionGroup({
    voters: names.filter((name) => /^\w/.test(name)),
    learners: marked('+'),
    others: marked('?'),
    config: Object.fromEntries(
      settings.map((setting) => {
        const [key, value] = setting.split('=');
        return [key!, Number(value)];
      }),
    ),
  });
}

function readLink(word: string | undefined): [from?: string, to?: string] {
  const [from, to] = (word ?? '').split('>');
  return [from === '' ? undefined : from, to === '' ? undefined : to] as [string?, string?];
}

function describeStatus(group: InteractionGroup): void {
  for (const { id, isUp, applied } of group.members.values()) {
    const status = group.status(id);
    const log = `${status.baseIndex}..${status.lastIndex} commit=${status.commitIndex}`;
    const role = isUp ? `${status.role} t${status.term}` : 'down';
    const members = describeConfiguration(status.configuration);
    const texts = applied
      .filter((entry) => entry.kind === 'command')
      .map((entry) => new TextDecoder().decode(entry.data));
    group.output.push(`${id}: ${role} log ${log} ${members} applied [${texts.join(' ')}]`);
  }
}

function runCommand(current: InteractionGroup | undefined, words: string[]): InteractionGroup {
  const [verb, first, ...rest] = words;
  if (verb === 'group') return createGroup(words.slice(1));
  const group = current!;
  const id = first!;
  const acts: Record<string, () => void> = {
    timeout: () => group.timeout(id),
    elect: () => group.elect(id),
    propose: () => void group.propose(id, ...rest),
    deliver: () => void group.deliver(...readLink(first)),
    drop: () => group.drop(...readLink(first)),
    cut: () => group.cut(...(readLink(first) as [string, string])),
    isolate: () => group.isolate(id),
    heal: () => group.heal(),
    sync: () => group.sync(id),
    work: () => group.work(id),
    stabilize: () => group.stabilize(),
    crash: () => group.crash(id),
    restart: () => group.restart(id),
    change: () => void group.change(id, ...rest.join(' ').split('|').map(readChange)),
    transfer: () => {
      const input = { type: 'transfer-leadership', id: 1 } as const;
      group.input(id, rest[0] === undefined ? input : { ...input, to: rest[0] });
    },
    read: () => void group.input(id, { type: 'read-index', token: Number(rest[0]) }),
    snapshot: () => group.takeSnapshot(id),
    advance: () => {
      group.nowMs += Number(first);
    },
    status: () => describeStatus(group),
    quiet: () => {
      group.output = [];
    },
  };
  const act = acts[verb!];
  if (act === undefined) throw new Error(`no such command: ${verb}`);
  act();
  return group;
}
