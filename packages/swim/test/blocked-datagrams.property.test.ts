import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alive, CoreBench, suspect } from './support/core-bench.js';

const others = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
const NO_PAYLOAD = new Uint8Array(0);

/** What happens to a member between two looks at it. */
const happening = fc.oneof(
  fc.record({ type: fc.constant('block' as const) }),
  fc.record({ type: fc.constant('unblock' as const) }),
  fc.record({ type: fc.constant('accuse' as const), index: fc.nat(others.length - 1) }),
  fc.record({ type: fc.constant('ask' as const), index: fc.nat(others.length - 1) }),
  fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 4_000 }) }),
);

test('a blocked member sends one ping at most besides answers, and none of its rounds is lost', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), fc.boolean(), (happenings, isPatient) => {
      const bench = new CoreBench({
        pushPullIntervalMs: 0,
        catchUpDelayMs: 0,
        stallThresholdMs: isPatient ? 100 : 0,
      });
      for (const name of others) bench.hear(name, alive(name));
      let isBlocked = false;
      let asked = 0;
      let pingCount = 0;
      for (const one of happenings) {
        bench.takeSent();
        if (one.type === 'block') {
          bench.give({ type: 'datagrams-blocked' });
          if (!isBlocked) pingCount = 0;
          isBlocked = true;
        } else if (one.type === 'unblock') {
          bench.give({ type: 'datagrams-writable' });
          isBlocked = false;
        } else if (one.type === 'accuse') {
          const name = others[one.index] ?? '';
          bench.hear('m9', suspect(name, 1, 'm9'));
        } else if (one.type === 'ask') {
          asked += 1;
          bench.hear(others[one.index] ?? '', { type: 'ping', seqNo: asked, node: 'm0' });
        } else bench.run(one.ms);
        if (!isBlocked) continue;
        for (const { messages } of bench.takeSent()) {
          const [first] = messages;
          if (first?.type === 'ping') pingCount += 1;
          else expect(first?.type).toBe('ack');
        }
        // The ping of a probe that was due when the block began, and the one that followed its end.
        expect(pingCount).toBeLessThanOrEqual(2);
      }
      // Whatever has happened, a member whose datagrams leave goes on probing whoever is there.
      bench.give({ type: 'datagrams-writable' });
      bench.hear('m1', alive('m1', 1_000));
      bench.takeSent();
      let laterPingCount = 0;
      for (let turn = 0; turn < 300; turn += 1) {
        bench.run(100);
        for (const { node, seqNo } of bench.takeMessages('ping')) {
          laterPingCount += 1;
          bench.hear(node, { type: 'ack', seqNo, payload: NO_PAYLOAD });
        }
      }
      expect(laterPingCount).toBeGreaterThan(3);
    }),
    { numRuns: 100 },
  );
});
