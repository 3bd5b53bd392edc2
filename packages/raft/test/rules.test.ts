import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * What every part of this package holds to. Sections are those of Ongaro, "Consensus: Bridging
 * Theory and Practice"; where none is named, the rule is an extension learned from what went wrong
 * in other implementations.
 */
const rules: readonly string[] = [
  'R1 3.4, 3.8: term and vote are durable before any word that rests on them; one vote a term',
  'R2 3.8: a term is never durable after an entry of that term',
  'R3 3.6.1: logs are compared by term first, then by length',
  'R4 3.3: a higher term in any message is taken over, but for pre-votes and protected votes',
  'R5 3.3: who speaks in an earlier term is told of the later one',
  'R6 3.4: election timeouts are drawn anew each time',
  'R7 4.2.2: the own vote counts when it is durable, and only for a voter',
  'R8 4.3: votes count for the present candidacy and from its voters only',
  'R9 4.2.3: while a leader lives nobody is helped to replace it, unless it asked',
  'R10 4.1: requests are served without asking the own configuration',
  'R11 4.2.2: a server may campaign while its removal is uncommitted',
  'R12 5.1: nobody campaigns while a snapshot is put in place',
  'R13 3.8: a server that knows of no group persists its vote like any other',
  'R14 9.6: a pre-vote changes nothing on either side',
  'R15 9.6: a pre-vote is granted to a complete log only, and while no leader lives',
  'R16 9.6: a granted pre-vote answers in the term asked for, a refused one in the own',
  'R17 9.6: after a lost election the next timeout asks before it takes another term',
  'R18 9.6: what cannot be delivered is no vote',
  'R19 3.5: only what conflicts is cut, and never what is committed',
  'R20 3.8: an acknowledgement covers its message, and is said when that is durable',
  'R21 3.5: a follower commits no further than the logs are known to agree',
  'R22 3.4: a heartbeat commits nothing that the follower is not known to hold',
  'R23 3.6.2: only entries of the own term are committed by counting',
  'R24 6.4: a leader begins with an entry of its own',
  'R25 10.2.1: the own copy counts when it is durable, and nothing is applied before',
  'R26 3.8: commit and applied index never go back',
  'R27 10.2.1: a follower is probed, sent ahead to within a window, or sent a snapshot',
  'R28 3.5: late refusals change nothing',
  'R29 3.5: logs are compared a term at a time',
  'R30: an answer counts for the stay in the configuration that it was asked in',
  'R31: a follower that lost what it had acknowledged is reported and brings nobody down',
  'R32 3.3: a leader goes on sending what is not acknowledged',
  'R33 4.1: a configuration is in force once it is in the log, and gives way when it is cut',
  'R34 4.1: one change at a time, and none before a commit of the own term',
  'R35 4.3: a joint configuration decides by both majorities',
  'R36 4.3: whoever leads leaves a joint configuration',
  'R37 4.1: configurations do not wait for commit',
  'R38 4.2.1: a voter is a learner first, and promoted when it has caught up',
  'R39 4.2.2: a leader that removes itself does not count itself, and hands over',
  'R40 4.1: changes compare the configuration they were meant for, and leave a quorum',
  'R41 3.8: an identifier is never used again by a server without its data',
  'R42 4.1: another address is no removal',
  'R43 6.2: contact counts from when the answered message was sent',
  'R44: a leader whose own disk stalls gives up',
  'R45 6.4: a read waits for a commit of the own term and for a round that began after it',
  'R46 6.4: rounds are numbered by the leader, and reads end with its leadership',
  'R47 6.4: a follower asks its leader and waits for its own state',
  'R48 6.4: what is read is verified to be fresh, not only the leader before',
  'R49 6.4.1: a lease counts from the sending of the answered round, less what clocks may differ',
  'R50 6.4.1: who has just started protects a lease it may have promised',
  'R51 6.4.1: a read tells the index it stands at',
  'R52 3.10: a transfer is refused, pursued, and called off in time',
  'R53 3.10: a transfer ends under writes, and reads do not keep it alive',
  'R54 3.10: the target of a transfer campaigns without asking first',
  'R55 5.1: a snapshot carries the configuration of its index, however often the log is cut',
  'R56 5.1: a snapshot keeps the log that agrees with it and replaces the one that does not',
  'R57 5.1: a snapshot is put in place in one durable step, and then restored',
  'R58 5.1.3: a snapshot is visible when all of it is durable and verified',
  'R59 5.1: a log is cut behind a durable snapshot, and later for those who still need it',
  'R60 5.1: sending and installing have times of their own, and a late success counts',
  'R61 5.1: bytes of a snapshot are a sign of life',
  'R62 3.8: writes are durable when they say so, in order, and replace what they overlap',
  'R63 10.2.1: the end of a write says nothing of entries that replaced its own',
  'R64 3.8: a failed write or flush is final',
  'R65 3.8: only the last batch can be torn; any other damage stops the server',
  'R66 3.8: lengths are bounded, batches checksummed, segments identified',
  'R67 3.8: a server that finds committed entries missing does not take part',
  'R68 6.3: a command is done, certainly not done, or unknown',
  'R69 6.3: sessions make repeated commands take effect once, and expire by the time of the log',
  'R70 2.1: commands are applied in order, once, and a failure is final',
  'R71 10.2.2: what waits for commit is bounded',
];

const packageDirectory = fileURLToPath(new URL('..', import.meta.url));

/** The rules that tests of this package name. */
function citedRules(): Set<string> {
  const cited = new Set<string>();
  for (const folder of ['src', 'test']) {
    for (const name of readdirSync(join(packageDirectory, folder), { recursive: true })) {
      const path = String(name);
      const isTest = folder === 'test' || path.endsWith('.test.ts') || path.includes('testing/');
      if (!isTest || !path.endsWith('.ts') || path === 'rules.test.ts') continue;
      const text = readFileSync(join(packageDirectory, folder, path), 'utf8');
      for (const [rule] of text.matchAll(/\bR\d{1,2}\b/g)) cited.add(rule);
    }
  }
  return cited;
}

describe('the rules', () => {
  const numbers = rules.map((rule) => /^R\d+/.exec(rule)?.[0] ?? '');

  it('are numbered without a gap', () => {
    expect(numbers).toEqual(rules.map((_, position) => `R${position + 1}`));
  });

  it('are each named by a test, and no test names one that is not there', () => {
    const cited = citedRules();
    expect(numbers.filter((rule) => !cited.has(rule))).toEqual([]);
    expect([...cited].filter((rule) => !numbers.includes(rule))).toEqual([]);
  });
});
