import {
  createUdpTransport,
  Driver,
  type Endpoint,
  type ProtocolCore,
  systemClock,
} from '@konsul/runtime';

type Input = { type: 'tick' } | { type: 'pong'; round: number };
type Effect = { type: 'ping'; round: number } | { type: 'done'; rttMs: number };

/** Pings every 20 ms until three answers have come. Knows no socket, no timer and no clock. */
class PingCore implements ProtocolCore<Input, Effect> {
  #round = 0;
  #answered = 0;
  #sentAtMs = 0;
  #nextAtMs: number | undefined = 0;

  step(input: Input, nowMs: number): readonly Effect[] {
    if (input.type === 'pong') return input.round === this.#round ? this.#onPong(nowMs) : [];
    if (this.#nextAtMs === undefined || nowMs < this.#nextAtMs) return [];
    this.#round += 1;
    this.#sentAtMs = nowMs;
    this.#nextAtMs = nowMs + 20;
    return [{ type: 'ping', round: this.#round }];
  }

  nextDeadlineMs(): number | undefined {
    return this.#nextAtMs;
  }

  #onPong(nowMs: number): readonly Effect[] {
    this.#answered += 1;
    if (this.#answered < 3) return [];
    this.#nextAtMs = undefined;
    return [{ type: 'done', rttMs: nowMs - this.#sentAtMs }];
  }
}

const [ours, theirs] = [0, 1].map(() => createUdpTransport({ host: '127.0.0.1', port: 0 })) as [
  ReturnType<typeof createUdpTransport>,
  ReturnType<typeof createUdpTransport>,
];
const peer: Endpoint = await theirs.listen((from, bytes) => theirs.send(from, bytes));

const rttMs = await new Promise<number>((resolve, reject) => {
  const driver = new Driver<Input, Effect>({
    core: new PingCore(),
    clock: systemClock,
    tick: { type: 'tick' },
    execute: (effect) => {
      if (effect.type === 'ping') ours.send(peer, Uint8Array.of(effect.round));
      else resolve(effect.rttMs);
    },
    onFault: reject,
  });
  ours.listen((_from, [round]) => driver.input({ type: 'pong', round: round ?? 0 })).catch(reject);
});
console.log(`three answers, the last within ${rttMs.toFixed(1)} ms`);
await Promise.all([ours.close(), theirs.close()]);
