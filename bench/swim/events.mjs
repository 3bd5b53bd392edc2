import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { takePairs } from '../harness/pairs.mjs';
import { mapSides } from './life.mjs';
import { SerfConnection } from './serf-connection.mjs';

const START_TIMEOUT_MS = 20_000;
const RETRY_MS = 100;
const SETTLE_MS = 5_000;
const EVENT_TIMEOUT_MS = 5_000;
const PAUSE_MS = 700;
const RPC_PORT_OFFSET = 100;

/** A user event of Serf, to every one of the agents, each a process of its own. */
export async function measureEvents({ sides, settings }) {
  const { ours, peer } = await takePairs({
    name: `events to ${settings.agents} agents`,
    runCount: settings.eventRuns,
    sides: mapSides(sides, (command) => () => measureAgents(command, settings)),
  });
  return {
    id: 'events',
    title: `A user event to ${settings.agents} agents of Serf`,
    text: 'Agents as processes of their own; from the command to the last agent that tells of it.',
    rows: [
      {
        measure: 'heard by half, ms',
        ours: ours.halfMs ?? [],
        peer: peer.halfMs ?? [],
      },
      {
        measure: 'heard by all, ms',
        ours: ours.allMs ?? [],
        peer: peer.allMs ?? [],
        ratioMax: 0.35,
      },
      { measure: 'agents that missed one', ours: ours.missed ?? [], peer: peer.missed ?? [] },
    ],
  };
}

async function measureAgents(command, settings) {
  const { agents: count, events, serfPort } = settings;
  const [file, ...words] = command;
  const processes = Array.from({ length: count }, (_, number) =>
    spawn(
      file,
      [
        ...words,
        `-node=n${number}`,
        `-bind=127.0.0.1:${serfPort + number}`,
        `-rpc-addr=127.0.0.1:${serfPort + RPC_PORT_OFFSET + number}`,
        '-log-level=err',
        '-profile=lan',
      ],
      { stdio: 'ignore' },
    ),
  );
  const connections = [];
  try {
    for (let number = 0; number < count; number += 1) {
      connections.push(await connection(serfPort + RPC_PORT_OFFSET + number));
    }
    for (const one of connections) {
      one.send('join', { Existing: [`127.0.0.1:${serfPort}`], Replay: false });
      one.send('stream', { Type: 'user' });
    }
    await sleep(SETTLE_MS);
    const heard = [];
    for (let i = 0; i < events; i += 1) {
      heard.push(await fire(connections, `happening-${i}`));
      await sleep(PAUSE_MS);
    }
    return {
      halfMs: heard.map(({ halfMs }) => halfMs),
      allMs: heard.map(({ allMs }) => allMs),
      missed: heard.reduce((sum, { missedCount }) => sum + missedCount, 0),
    };
  } finally {
    for (const one of connections) one.close();
    await Promise.all(processes.map(end));
  }
}

async function fire(connections, name) {
  const heardAt = [];
  const all = connections.map(async (one) => heardAt.push(await one.watch(name)));
  const source = connections[Number(name.split('-')[1]) % connections.length];
  const startedAtMs = performance.now();
  source.send('event', { Name: name, Payload: new Uint8Array(64), Coalesce: false });
  await Promise.race([Promise.all(all), sleep(EVENT_TIMEOUT_MS)]);
  heardAt.sort((a, b) => a - b);
  return {
    halfMs: heardAt[connections.length >> 1] - startedAtMs,
    allMs: heardAt[connections.length - 1] - startedAtMs,
    missedCount: connections.length - heardAt.length,
  };
}

async function connection(port) {
  const giveUpAtMs = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const one = new SerfConnection(port);
    try {
      await one.opened;
      return one;
    } catch (error) {
      one.close();
      if (performance.now() > giveUpAtMs) throw error;
      await sleep(RETRY_MS);
    }
  }
}

function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(undefined);
    child.once('close', resolve);
    child.kill('SIGKILL');
  });
}
