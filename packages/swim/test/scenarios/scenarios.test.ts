import { parseDurationMs, recordScenario, type ScenarioHost, type Undo } from '@konsul/simulation';
import { testScenarios } from '../../../../tools/scenario-tests.js';
import type { SwimEvent } from '../../src/index.js';
import { SimCluster } from '../support/sim-cluster.js';

function describeEvent(event: SwimEvent): string {
  switch (event.type) {
    case 'member-conflict':
      return `${event.type} ${event.existing.name} ${event.existing.host} ${event.other.host}`;
    case 'user-message':
      return `${event.type} ${event.payload.length} bytes`;
    case 'health-changed':
      return `${event.type} ${event.score}`;
    case 'member-suspected':
      return `${event.type} ${event.member.name} incarnation=${event.member.incarnation} from=${event.from}`;
    default:
      return `${event.type} ${event.member.name} incarnation=${event.member.incarnation}`;
  }
}

/** The words of our scenarios, and everything members tell their hosts. */
function createHost(): ScenarioHost {
  const hosts = new Map<string, string>();
  const mutes = new Map<string, Undo>();
  const lines: string[] = [];
  const cluster = new SimCluster({
    seed: 1,
    observe: (name, nowMs, effect) => {
      if (effect.type === 'notify') {
        lines.push(`${Math.round(nowMs)}ms ${name}: ${describeEvent(effect.event)}`);
      } else if (effect.type === 'complete') {
        lines.push(`${Math.round(nowMs)}ms ${name}: ${effect.outcome.type}`);
      }
    },
  });
  const hostOf = (name: string | undefined): string => {
    const host = hosts.get(name ?? '');
    if (host === undefined) throw new Error(`there is no member ${name}`);
    return host;
  };
  return {
    commands: {
      member: async ({ words: [name = ''] }) => {
        const host = hosts.get(name);
        const node = await cluster.add(name, host === undefined ? {} : { host });
        hosts.set(name, node.host);
      },
      join: ({ words: [name = '', peer] }) => cluster.join(name, hostOf(peer)),
      leave: ({ words: [name = ''] }) =>
        cluster.node(name).give({ type: 'leave', commandId: 2, timeoutMs: 5_000 }),
      kill: ({ words: [name = ''] }) => cluster.node(name).kill(),
      mute: ({ words: [name = ''] }) => {
        const others = [...hosts.values()].filter((host) => host !== hostOf(name));
        mutes.set(name, cluster.network.block([hostOf(name)], others));
      },
      unmute: ({ words: [name = ''] }) => mutes.get(name)?.(),
      advance: ({ words: [duration = ''] }) => cluster.run(parseDurationMs(duration)),
    },
    takeLines: () => lines.splice(0),
  };
}

testScenarios(import.meta.url, (text) => recordScenario(text, createHost()));
