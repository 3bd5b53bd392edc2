import { JsonLinesProcess } from '../harness/json-lines-process.mjs';
import { takePairs } from '../harness/pairs.mjs';
import { mapSides } from './life.mjs';

const CASES = ['ping', 'indirect-ping', 'ack', 'nack', 'suspect', 'dead', 'alive', 'compound'];
const RATIO_MIN = { encode: 4, decode: 5 };

/** Every message of a packet, written and read by both codecs, which must give the same bytes. */
export async function measureCodec({ commands, settings }) {
  const processes = Object.fromEntries(
    Object.entries(commands)
      .filter(([, command]) => command !== undefined)
      .map(([side, command]) => [side, new JsonLinesProcess(command, {})]),
  );
  const bytes = new Map();
  const differing = new Set();
  const measure = (child) => async () => {
    const metrics = {};
    for (const op of ['encode', 'decode']) {
      for (const name of CASES) {
        const message = { cmd: 'measure', case: name, op, ms: settings.codecMs };
        const { rate, hex } = await child.ask(message);
        metrics[`${op} ${name}`] = rate / 1e6;
        if ((bytes.get(name) ?? hex) !== hex) differing.add(name);
        bytes.set(name, hex);
      }
    }
    return metrics;
  };
  try {
    const { ours, peer } = await takePairs({
      name: 'codec',
      runCount: settings.codecRuns,
      sides: mapSides(processes, measure),
    });
    // Speeds of codecs that do not do the same are no comparison.
    if (differing.size > 0) throw new Error(`the bytes differ: ${[...differing].join(', ')}`);
    return Object.entries(RATIO_MIN).map(([op, ratioMin]) => section(op, ratioMin, { ours, peer }));
  } finally {
    await Promise.all(Object.values(processes).map((child) => child.stop()));
  }
}

function section(op, ratioMin, { ours, peer }) {
  return {
    id: op,
    title: op === 'encode' ? 'Messages written' : 'Messages read',
    text:
      'Million messages per second of CPU, the collector included. Both sides give the same bytes. ' +
      'A compound holds nine alive messages.',
    rows: CASES.map((name) => ({
      measure: name,
      ours: ours[`${op} ${name}`] ?? [],
      peer: peer[`${op} ${name}`] ?? [],
      ratioMin,
    })),
  };
}
