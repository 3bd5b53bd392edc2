import assert from 'node:assert/strict';

/** Longer than scripts take to answer, also on a busy machine. */
const TIMEOUT = '-timeout=5s';
const ATTEMPT_COUNT_MAX = 3;

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
 * Asks all at once: a real agent waits until the end of the time. Gossip misses a member now and then;
 * a query that did not reach all it was for is asked again, but replies of those that heard it must come.
 */
async function answeredAsExpected(cluster, asked) {
  const heard = [];
  const missed = [];
  let open = asked;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const rounds = open.map((query) => ({
      ...query,
      payload: `by-${query.asker.name}-${attempt}`,
    }));
    const texts = await Promise.all(
      rounds.map(({ asker, name, words, payload }) => {
        return asker.tell('query', TIMEOUT, ...words, name, payload);
      }),
    );
    open = [];
    for (const [index, query] of rounds.entries()) {
      const { name, payload, answers } = query;
      const targets = cluster.live.filter(answers);
      const lines = await Promise.all(targets.map((agent) => agent.newLines()));
      const isHeard = lines.every((list) => list.some((line) => isOf(query, line)));
      (isHeard ? heard : missed).push({ answers, line: `query ${name} ${payload}` });
      if (isHeard) assertReplies(query, texts[index], targets);
      else if (attempt < ATTEMPT_COUNT_MAX) open.push(query);
      else assert.fail(`query ${name} by ${query.asker.name} did not reach all`);
    }
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

function assertReplies({ asker, name, payload, isAcked = true, isLost = false }, text, targets) {
  const names = isLost ? [] : targets.map((agent) => agent.name);
  const acks = [...text.matchAll(/Ack from '(.*)'/g)].map(([, from]) => from);
  const responses = [...text.matchAll(/Response from '(.*)': (.*)/g)];
  const what = `query ${name} by ${asker.name}`;
  assert.deepEqual(acks.sort(), isAcked ? names : [], `acks of ${what}`);
  assert.deepEqual(
    responses.map(([, from, answer]) => `${from}: ${answer}`).sort(),
    names.map((from) => `${from}: ${from} heard ${payload}`),
    `answers of ${what}`,
  );
}
