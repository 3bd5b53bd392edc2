import { describe, expect, it } from 'vitest';
import type { SnapshotMetadata } from '../core/entry.js';
import { emptyConfiguration } from '../core/membership.js';
import type { CommandEntry, StateMachine } from '../node/state-machine.js';
import { encodeSessionCommand, type SessionCommand } from './session-command.js';
import type { SessionBounds } from './session-table.js';
import { type SessionResult, withSessions } from './with-sessions.js';

/** Counts what it is given. */
class Tally implements StateMachine<number> {
  total = 0;

  apply(entries: readonly CommandEntry[]): number[] {
    return entries.map(({ data }) => {
      this.total += data[0] ?? 0;
      return this.total;
    });
  }

  snapshot(): { data: Uint8Array[] } {
    return { data: [Uint8Array.of(this.total)] };
  }

  async restore(_: unknown, data: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const bytes of data) this.total = bytes[0] ?? 0;
  }
}

const results = {
  encode: (result: number): Uint8Array => Uint8Array.of(result),
  decode: (bytes: Uint8Array): number => bytes[0] ?? 0,
};

class Harness {
  readonly tally = new Tally();
  readonly machine: StateMachine<SessionResult<number>>;
  #index = 0;

  constructor(bounds: Partial<SessionBounds> = {}) {
    this.machine = withSessions(this.tally, { results, ...bounds });
  }

  async apply(...said: SessionCommand[]): Promise<readonly SessionResult<number>[]> {
    const entries = said.map((command) => {
      this.#index += 1;
      return { index: this.#index, term: 1, data: encodeSessionCommand(command) };
    });
    return this.machine.apply(entries);
  }

  async open(timeMs = 0): Promise<number> {
    const [answer] = await this.apply({ type: 'open', timeMs });
    return answer?.type === 'opened' ? answer.sessionId : 0;
  }
}

function run(sessionId: number, serial: number, more: { timeMs?: number; answered?: number } = {}) {
  const { timeMs = 0, answered: answeredThrough = 0 } = more;
  const command = Uint8Array.of(1);
  return { type: 'run', timeMs, sessionId, serial, answeredThrough, command } as const;
}

describe('a state machine with sessions', () => {
  it('does once what is said twice, and answers both times the same (R69)', async () => {
    const harness = new Harness();
    const id = await harness.open();
    const first = await harness.apply(run(id, 1), run(id, 1));
    const later = await harness.apply(run(id, 2), run(id, 1));
    expect(first).toEqual([
      { type: 'done', result: 1 },
      { type: 'done', result: 1 },
    ]);
    expect(later).toEqual([
      { type: 'done', result: 2 },
      { type: 'done', result: 1 },
    ]);
    expect(harness.tally.total).toBe(2);
  });

  it('does not do again what its client has an answer to', async () => {
    const harness = new Harness();
    const id = await harness.open();
    await harness.apply(run(id, 1), run(id, 2, { answered: 1 }));
    expect(await harness.apply(run(id, 1))).toEqual([{ type: 'answered' }]);
    expect(harness.tally.total).toBe(2);
  });

  it('tells an expired session from a new one, by the time of the log (R69)', async () => {
    const harness = new Harness({ timeoutMs: 1_000 });
    const id = await harness.open();
    const other = await harness.open(900);
    // Another client's command moves the time.
    await harness.apply(run(other, 1, { timeMs: 1_001 }));
    expect(await harness.apply(run(id, 1, { timeMs: 0 }))).toEqual([{ type: 'expired' }]);
    expect(await harness.apply({ type: 'keep', timeMs: 0, sessionId: other })).toEqual([
      { type: 'kept' },
    ]);
    expect(harness.tally.total).toBe(1);
  });

  it('is bounded in sessions and in answers', async () => {
    const harness = new Harness({ sessionsMax: 2, responsesMax: 2 });
    const [a, b] = [await harness.open(), await harness.open()];
    await harness.apply(run(a, 1));
    const c = await harness.open();
    expect(await harness.apply(run(b, 1))).toEqual([{ type: 'expired' }]);
    await harness.apply(run(a, 2));
    expect(await harness.apply(run(a, 3))).toEqual([{ type: 'overloaded' }]);
    expect(await harness.apply(run(a, 3, { answered: 2 }), run(c, 1))).toMatchObject([
      { type: 'done' },
      { type: 'done' },
    ]);
  });

  it('remembers over a snapshot, whatever pieces that comes in', async () => {
    const harness = new Harness();
    const id = await harness.open();
    await harness.apply(run(id, 1), run(id, 2));
    const { data } = await harness.machine.snapshot();
    const bytes: number[] = [];
    for await (const chunk of data) bytes.push(...chunk);
    for (const size of [1, 7, bytes.length]) {
      const copy = new Harness();
      const metadata: SnapshotMetadata = {
        index: 3,
        term: 1,
        configuration: emptyConfiguration,
        configurationIndex: 0,
        sizeBytes: bytes.length,
        id: 's',
      };
      await copy.machine.restore(metadata, pieces(bytes, size));
      expect(copy.tally.total).toBe(2);
      expect(await copy.apply(run(id, 2), run(id, 3))).toEqual([
        { type: 'done', result: 2 },
        { type: 'done', result: 3 },
      ]);
    }
  });

  it('refuses what is no session command, and an image without sessions', async () => {
    const harness = new Harness();
    const answer = harness.machine.apply([{ index: 1, term: 1, data: Uint8Array.of(9, 9) }]);
    expect(await answer).toEqual([{ type: 'malformed' }]);
    const metadata = { sizeBytes: 3 } as SnapshotMetadata;
    await expect(harness.machine.restore(metadata, pieces([1, 2, 3], 2))).rejects.toThrow();
    expect(harness.tally.total).toBe(0);
  });

  it('refuses bounds that are none', () => {
    expect(() => withSessions(new Tally(), { results, sessionsMax: 0 })).toThrow(
      /sessionsMax must be an integer of 1 to 9007199254740991; it is 0/,
    );
  });
});

async function* pieces(bytes: readonly number[], size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.slice(at, at + size));
}
