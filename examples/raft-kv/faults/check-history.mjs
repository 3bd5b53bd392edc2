import { appendModel, checkLinearizability, registerModel } from '@konsul/simulation';

/**
 * Whether a history could have come from one copy, and no acknowledged append was lost.
 *
 * @param history operations of the keys `register-...` and `list-...`, which ends with reads of
 * every list when nothing was under way any more.
 * @returns what does not hold, in words; empty when all does.
 */
export function findFlaws(history) {
  const registers = history.filter(({ key }) => key.startsWith('register'));
  const lists = history.filter(({ key }) => key.startsWith('list'));
  return [
    ...describe(checkLinearizability(registers, registerModel)),
    ...describe(checkLinearizability(lists, appendModel)),
    ...[...new Set(lists.map(({ key }) => key))].flatMap((key) =>
      findLostAppends(
        key,
        lists.filter((operation) => operation.key === key),
      ),
    ),
  ];
}

function describe(verdict) {
  if (verdict.type === 'linearizable') return [];
  if (verdict.type === 'unknown') return [`${verdict.key}: the checker gave up`];
  const { key, longestOrder, stuckOn } = verdict;
  const next = stuckOn.map(
    ({ client, input, output }) => `${client} ${JSON.stringify({ ...input, output })}`,
  );
  const order = `after ${longestOrder.length} operations none fits: ${next.slice(0, 3).join('; ')}`;
  return [`${key} is not linearizable: ${order}`];
}

/** Every acknowledged append is there in the end, once, and in an order that time allows. */
function findLostAppends(key, operations) {
  const appends = new Map();
  for (const operation of operations) {
    if (operation.input.type === 'append') appends.set(operation.input.value, operation);
  }
  const reads = operations.filter(({ input, output }) => input.type === 'read' && output);
  const items = reads.at(-1)?.output;
  if (items === undefined) return [`${key} was not read in the end`];
  const flaws = [];
  const there = new Set(items);
  if (there.size !== items.length) flaws.push(`${key} holds an item twice`);
  for (const item of items) {
    if (!appends.has(item)) flaws.push(`${key} holds ${item}, which was refused or never appended`);
  }
  for (const [item, { returnedAtMs }] of appends) {
    const isAcknowledged = returnedAtMs !== undefined;
    if (isAcknowledged && !there.has(item)) flaws.push(`${key} has lost ${item}, acknowledged`);
  }
  // From the end: nobody may have been answered before an item in front of it was even sent.
  let earliestReturnMs = Number.POSITIVE_INFINITY;
  for (const item of [...items].reverse()) {
    const { calledAtMs = 0, returnedAtMs = Number.POSITIVE_INFINITY } = appends.get(item) ?? {};
    if (earliestReturnMs < calledAtMs) flaws.push(`${key} holds ${item} too early`);
    earliestReturnMs = Math.min(earliestReturnMs, returnedAtMs);
  }
  return flaws;
}
