import { describe, expect, it } from 'vitest';
import { RaftLog } from './log.js';
import type { AppendResponse, HeartbeatResponse } from './message.js';
import { Outbox } from './outbox.js';
import { TermRuns } from './term-runs.js';

const hardState = { term: 2, votedFor: undefined, commitIndex: 0 };

/** An outbox with a change of term that the disk has not finished. */
function writing(): { outbox: Outbox; log: RaftLog } {
  const outbox = new Outbox({ ...hardState, term: 1 });
  const log = new RaftLog(new TermRuns({ index: 0, term: 0 }, [], 0));
  outbox.noteHardStateChanged(2);
  outbox.persist({ hardState, log, nowMs: 0 }, false);
  outbox.takeEffects();
  return { outbox, log };
}

function heartbeatResponse(round: number): HeartbeatResponse {
  return { type: 'heartbeat-response', from: 'b', to: 'a', term: 2, session: 1, round };
}

function acknowledgement(index: number): AppendResponse {
  const fields = { session: 1, round: index, isAccepted: true, index, hintIndex: 0, hintTerm: 0 };
  return { type: 'append-response', from: 'b', to: 'a', term: 2, ...fields };
}

describe('what waits for the disk', () => {
  it('leaves in order once the disk is done', () => {
    const { outbox } = writing();
    for (const round of [1, 2, 3]) outbox.sendAfter(outbox.position, heartbeatResponse(round));
    expect(outbox.takeEffects()).toEqual([]);
    outbox.completePersist(1);
    expect(outbox.takeEffects()).toEqual(
      [1, 2, 3].map((round) => ({ type: 'send', message: heartbeatResponse(round) })),
    );
  });

  it('is bounded in number, however long the disk takes', () => {
    const { outbox } = writing();
    for (let round = 1; round <= 100_000; round += 1) {
      outbox.sendAfter(outbox.position, heartbeatResponse(round));
    }
    expect(outbox.heldCount).toBeLessThan(20_000);
  });

  it('is one acknowledgement of the highest index per write', () => {
    const { outbox } = writing();
    for (let index = 1; index <= 50; index += 1) {
      outbox.noteEntriesChanged();
      outbox.sendAfter(outbox.position, acknowledgement(index));
    }
    expect(outbox.heldCount).toBe(1);
    outbox.completePersist(1);
    expect(outbox.takeEffects()).toEqual([]);
  });

  it('is not said early because an acknowledgement of less was said later (R20)', () => {
    const { outbox } = writing();
    const earlierPosition = outbox.position;
    outbox.noteEntriesChanged();
    outbox.sendAfter(outbox.position, acknowledgement(7));
    outbox.sendAfter(earlierPosition, acknowledgement(6));
    outbox.completePersist(1);
    const said = outbox.takeEffects();
    expect(said).not.toContainEqual({ type: 'send', message: acknowledgement(7) });
  });

  it('is void when it belongs to an earlier term', () => {
    const { outbox } = writing();
    outbox.sendAfter(outbox.position, heartbeatResponse(1));
    outbox.noteHardStateChanged(3);
    expect(outbox.heldCount).toBe(0);
  });
});
