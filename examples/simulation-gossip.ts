import type { ProtocolCore } from '@konsul/runtime';
import {
  applyFaultPlan,
  formatFaultPlan,
  generateFaultPlan,
  planEndMs,
  World,
} from '@konsul/simulation';

type Input = { type: 'tick' } | { type: 'heard'; bid: number };
type Effect = { type: 'tell'; peer: string; bid: number };

/** Our own protocol: whoever hears a higher bid tells it on, to one peer every 100 ms. */
class BidCore implements ProtocolCore<Input, Effect> {
  highest: number;
  readonly #peers: readonly string[];
  #round = 0;
  #nextAtMs = 0;

  constructor(bid: number, peers: readonly string[]) {
    this.highest = bid;
    this.#peers = peers;
  }

  step(input: Input, nowMs: number): readonly Effect[] {
    if (input.type === 'heard') this.highest = Math.max(this.highest, input.bid);
    if (input.type === 'heard' || nowMs < this.#nextAtMs) return [];
    this.#nextAtMs = nowMs + 100;
    this.#round += 1;
    const peer = this.#peers[this.#round % this.#peers.length] ?? '';
    return [{ type: 'tell', peer, bid: this.highest }];
  }

  nextDeadlineMs(): number {
    return this.#nextAtMs;
  }
}

function simulate(seed: number): { hash: string; agreedAfterMs: number } {
  const world = new World({ seed, link: { lossRatio: 0.05 } });
  const names = ['ann', 'bob', 'cat', 'dan', 'eve'];
  const bidders = names.map((name, index) =>
    world.addCore<Input, Effect, BidCore>(name, (node, input) => {
      // Each bid goes with its complement, because the plan may flip bits: try it without.
      const send = node.openDatagrams(7000, (_from, [bid = 0, complement = 0]) => {
        if (bid + complement === 255) input({ type: 'heard', bid });
      });
      const others = names.filter((other) => other !== name);
      return {
        core: new BidCore(10 * (index + 1), others),
        tick: { type: 'tick' },
        execute: ({ peer, bid }) =>
          send({ host: world.addressOf(peer), port: 7000 }, Uint8Array.of(bid, 255 - bid)),
      };
    }),
  );
  world.check('no bid from nowhere', () => {
    for (const { core } of bidders) if ((core?.highest ?? 0) > 50) throw new Error('who bid?');
  });

  // First everything goes wrong, and nothing false may happen. Then it must come to an end.
  const plan = generateFaultPlan(world.rng('plan'), { nodes: names, durationMs: 5000 });
  applyFaultPlan(world, plan);
  world.run(planEndMs(plan));
  const healedAtMs = world.clock.nowMs();
  const agree = () => bidders.every(({ core }) => core?.highest === 50);
  if (!world.runUntil(agree, 5000)) {
    throw new Error(`seed ${seed} does not agree after\n${formatFaultPlan(plan)}`);
  }
  return { hash: world.traceHash(), agreedAfterMs: world.clock.nowMs() - healedAtMs };
}

for (let seed = 1; seed <= 20; seed += 1) {
  const { hash, agreedAfterMs } = simulate(seed);
  if (simulate(seed).hash !== hash) throw new Error(`seed ${seed} does not repeat`);
  console.log(`seed ${seed}: ${hash}, agreed ${agreedAfterMs.toFixed(0)} ms after the last fault`);
}
