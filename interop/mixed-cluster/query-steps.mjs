import assert from 'node:assert/strict';

/** How long scripts may take to answer, from attempt to attempt: a busy machine needs more. */
const TIMEOUTS = ['-timeout=5s', '-timeout=10s', '-timeout=20s'];

/** What is asked, and who should answer. */
const QUERIES = [
  { name: 'all', words: [], answers: () => true },
  {
    name: 'nodes',
    words: ['-node=go-3', '-node=ts-4'],
    answers: ({ name }) => ['go-3', 'ts-4'].includes(name),
  },
  { name: 'tag', words: ['-tag', 'kind=^t'], answers: ({ kind }) => kind === 'ts' },
  {
    name: 'tags',
    words: ['-tag', 'kind=o$', '-tag', 'role=role-[145]'],
    answers: ({ kind, tags }) => kind === 'go' && /role-[145]/.test(tags.role),
  },
  {
    name: 'both',
    words: ['-node=go-1', '-node=ts-1', '-tag', 'kind=ts'],
    answers: ({ name }) => name === 'ts-1',
  },
  { name: 'no-ack', words: ['-no-ack'], answers: () => true, isAcked: false },
  { name: 'relayed', words: ['-relay-factor=3'], answers: () => true },
];

export async function ask(cluster) {
  const askers = cluster.pick('go-1', 'ts-1');
  await cluster.check('queries by either kind: filters, acks, answers, relays', async () => {
    const asked = QUERIES.flatMap((query) => askers.map((asker) => ({ ...query, asker })));
    await answeredAsExpected(cluster, asked);
  });
  const [go1, ts1, go4, ts4] = cluster.pick('go-1', 'ts-1', 'go-4', 'ts-4');
  const cut = [
    [go1, ts4],
    [ts1, go4],
  ];
  await cluster.check('answers between two that are parted come by relays only', async () => {
    cluster.proxy.part((one, other) => cut.some(([a, b]) => a === one && b === other));
    const asked = cut.flatMap(([asker, target]) => {
      const answers = (agent) => agent === target;
      const words = [`-node=${target.name}`];
      return [
        { asker, name: 'round', words: [...words, '-relay-factor=4'], answers },
        { asker, name: 'straight', words, answers, isLost: true },
      ];
    });
    await answeredAsExpected(cluster, asked);
    cluster.proxy.heal();
    await cluster.agree();
  });
}

/**
 * Asks all at once: a real agent waits until the end of the time. Its gossip may miss a member, each reply is
 * one datagram that nobody repeats (hashicorp/serf#407), of two queries that it is asked at one Lamport time
 * it keeps the replies to one only, and a busy machine runs scripts late: a query that
 * did not reach all it was for, or not all of whose replies have come, is asked again, with more time. That
 * replies come of nobody else, once, and with the right words, must hold each time.
 */
async function answeredAsExpected(cluster, asked) {
  const heard = [];
  const missed = [];
  let open = asked;
  for (const [index, timeout] of TIMEOUTS.entries()) {
    const rounds = open.map((query) => ({
      ...query,
      payload: `by-${query.asker.name}-${index + 1}`,
    }));
    const texts = await Promise.all(
      rounds.map(({ asker, name, words, payload }) => {
        return asker.tell('query', timeout, ...words, name, payload);
      }),
    );
    open = [];
    for (const [at, query] of rounds.entries()) {
      const { name, payload, answers } = query;
      const targets = cluster.live.filter(answers);
      const lines = await Promise.all(targets.map((agent) => agent.newLines()));
      const isHeard = lines.every((list) => list.some((line) => isOf(query, line)));
      (isHeard ? heard : missed).push({ answers, line: `query ${name} ${payload}` });
      const missing = missingReplies(query, texts[at], targets);
      if (isHeard && missing.length === 0) continue;
      const what = `query ${name} ${payload}: ${isHeard ? 'heard by all' : 'not heard by all'}`;
      console.log(`  ${what} within ${timeout}, without ${missing.join(', ') || 'no reply'}`);
      if (index === TIMEOUTS.length - 1) assert.fail(`${what}, without ${missing.join(', ')}`);
      open.push(query);
    }
    if (open.length === 0) break;
  }
  for (const agent of cluster.live) {
    const linesOf = (queries) => {
      return queries.filter(({ answers }) => answers(agent)).map(({ line }) => line);
    };
    await cluster.hear(linesOf(heard), [agent], linesOf(missed));
  }
}

function isOf({ name, payload }, line) {
  const [event, queryName, , queryPayload] = line.split('\t');
  return event === 'query' && queryName === name && queryPayload === payload;
}

/** Replies that there should be and are not. Fails for any that there should not be. */
function missingReplies({ asker, name, payload, isAcked = true, isLost = false }, text, targets) {
  const names = isLost ? [] : targets.map((agent) => agent.name);
  const wanted = [
    ...(isAcked ? names.map((from) => `ack of ${from}`) : []),
    ...names.map((from) => `answer of ${from}: ${from} heard ${payload}`),
  ];
  const replies = [
    ...[...text.matchAll(/Ack from '(.*)'/g)].map(([, from]) => `ack of ${from}`),
    ...[...text.matchAll(/Response from '(.*)': (.*)/g)].map(([, from, answer]) => {
      return `answer of ${from}: ${answer}`;
    }),
  ];
  const expected = wanted.filter((reply) => replies.includes(reply));
  assert.deepEqual(replies.sort(), expected.sort(), `replies to query ${name} by ${asker.name}`);
  return wanted.filter((reply) => !replies.includes(reply));
}
