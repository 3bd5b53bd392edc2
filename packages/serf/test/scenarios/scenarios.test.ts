import { parseDurationMs, recordScenario, type ScenarioHost, type Undo } from '@konsul/simulation';
import { testScenarios } from '../../../../tools/scenario-tests.js';
import { SerfCluster } from '../support/serf-cluster.js';

/** The words of our scenarios, and everything members tell their hosts. */
function createHost(): ScenarioHost {
  const cluster = new SerfCluster({ seed: 1 });
  const hosts = new Map<string, string>();
  const lines: string[] = [];
  let undo: Undo | undefined;
  cluster.onSeen = (name, { type, text }) => {
    lines.push(`${Math.round(cluster.clock.nowMs())}ms ${name}: ${type} ${text}`.trimEnd());
  };
  /** Says how a promise ended, when it does; the scenario goes on meanwhile. */
  const report = (name: string, action: string, promise: Promise<unknown>): void => {
    const say = (how: string): void => {
      lines.push(`${Math.round(cluster.clock.nowMs())}ms ${name}: ${action} ${how}`);
    };
    promise.then(
      () => say('done'),
      (error: Error) => say(error.message),
    );
  };
  return {
    commands: {
      member: async ({ words: [name = ''], options }) => {
        const host = hosts.get(name);
        const node = await cluster.add(name, {
          tags: options,
          ...(host === undefined ? {} : { host }),
        });
        hosts.set(name, node.host);
      },
      join: ({ words: [name = '', peer = ''] }) => report(name, 'join', cluster.join(name, peer)),
      leave: ({ words: [name = ''] }) => report(name, 'leave', cluster.serf(name).leave()),
      kill: ({ words: [name = ''] }) => cluster.node(name).kill(),
      'force-leave': ({ words: [name = '', target = ''], options }) => {
        const prune = options['prune'] === 'true';
        report(name, 'force-leave', cluster.serf(name).forceLeave(target, { prune }));
      },
      event: ({ words: [name = '', event = ''] }) =>
        report(name, 'event', cluster.serf(name).userEvent(event)),
      tags: ({ words: [name = ''], options }) =>
        report(name, 'tags', cluster.serf(name).setTags(options)),
      query: async ({ words: [name = '', query = ''] }) => {
        const outgoing = await cluster.settle(cluster.serf(name).query(query, { wantsAck: true }));
        const replies = outgoing.result().then(({ acks }) => {
          lines.push(
            `${Math.round(cluster.clock.nowMs())}ms ${name}: acks ${[...acks].sort().join()}`,
          );
        });
        report(name, 'query', replies);
      },
      isolate: ({ words: [name = ''] }) => {
        const others = [...hosts.values()].filter((host) => host !== hosts.get(name));
        undo = cluster.network.partition([others, [hosts.get(name) ?? '']]);
      },
      heal: () => undo?.(),
      status: ({ words: [name = '', target = ''] }) => {
        lines.push(`${name}: sees ${target} ${cluster.statusOf(name, target) ?? 'not at all'}`);
      },
      advance: ({ words: [duration = ''] }) => cluster.run(parseDurationMs(duration)),
    },
    takeLines: () => lines.splice(0),
  };
}

testScenarios(import.meta.url, (text) => recordScenario(text, createHost()));
