import { setTimeout as delay } from 'node:timers/promises';
import { pick, randomBetween, randomRatio, seededRng } from '@konsul/runtime/core';
import { call } from './http-call.mjs';

const CALL_TIMEOUT_MS = 1_500;
const THINK_MS = [2, 30];
const THINK_WITHOUT_ANSWER_MS = [20, 80];
/** Keys are used for so long, so that each has a history that a checker can search. */
const GENERATION_MS = 3_000;
const REGISTERS = 4;
const LISTS = 2;
/** How often a client that got no answer asks the same server again. */
const STUBBORN_SHARE = 0.5;

/** Clients that read and write at once, and what came of each call. */
export class Workload {
  #members;
  #rng;
  #isOver = false;
  startedAtMs = performance.now();
  /** Calls as the checker wants them: answered ones, and writes whose outcome is unknown. */
  history = [];
  /** By second: how many calls were answered, refused for certain, or left open. */
  seconds = [];
  keys = new Set();

  /** `members()` gives the servers there are: `{ id, endpoint }`. */
  constructor({ members, seed }) {
    this.#members = members;
    this.#rng = seededRng(seed);
  }

  /** Resolves when all clients have ended, which `stop` asks for. */
  async run(clientCount) {
    const numbers = Array.from({ length: clientCount }, (_, number) => number);
    await Promise.all(numbers.map((number) => this.#client(number)));
  }

  stop() {
    this.#isOver = true;
  }

  count(outcome) {
    return this.seconds.reduce((sum, second) => sum + (second?.[outcome] ?? 0), 0);
  }

  /** Asks a server for everything, in answer order, again and again until it says. */
  async readAll(member, deadlineAtMs) {
    for (const key of this.keys) {
      for (;;) {
        const answer = await this.#perform('reader', key, member, { type: 'read' });
        if (answer.status === 200) break;
        if (performance.now() > deadlineAtMs) throw new Error(`${member.id} does not serve reads`);
        await delay(50);
      }
    }
  }

  async #client(number) {
    const client = `c${number}`;
    const known = new Map();
    let writeTo;
    for (let serial = 1; !this.#isOver; serial += 1) {
      const key = this.#drawKey();
      const input = this.#drawInput(key, `${client}-${serial}`, known.get(key));
      const members = this.#members();
      // One half of the reads sticks to one server, whatever is wrong with it.
      const isLoyal = input.type === 'read' && randomRatio(this.#rng) < 0.5;
      const home = members[number % members.length];
      const believed = members.find(({ id }) => id === writeTo) ?? home;
      const member = isLoyal ? home : believed;
      writeTo = member === believed ? believed.id : writeTo;
      const { status, body } = await this.#perform(client, key, member, input);
      if (status === 200 && input.type === 'read') known.set(key, body.value);
      const isLost = status !== 200 && body?.leader === undefined;
      if (body?.leader !== undefined) writeTo = body.leader;
      else if (isLost && !isLoyal && randomRatio(this.#rng) >= STUBBORN_SHARE) {
        writeTo = pick(this.#rng, members).id;
      }
      await delay(randomBetween(this.#rng, ...(isLost ? THINK_WITHOUT_ANSWER_MS : THINK_MS)));
    }
  }

  #drawKey() {
    const generation = Math.floor((performance.now() - this.startedAtMs) / GENERATION_MS);
    const names = Array.from({ length: REGISTERS + LISTS }, (_, index) =>
      index < REGISTERS ? `register-${generation}-${index}` : `list-${generation}-${index}`,
    );
    return pick(this.#rng, names);
  }

  #drawInput(key, value, known) {
    const lot = randomRatio(this.#rng);
    if (lot < 0.45) return { type: 'read' };
    if (key.startsWith('list')) return { type: 'append', value };
    if (lot < 0.75 || known === undefined) return { type: 'write', value };
    return { type: 'cas', expected: known === '' ? undefined : known, value };
  }

  async #perform(client, key, { endpoint }, input) {
    const calledAtMs = performance.now();
    this.keys.add(key);
    const answer = await call(endpoint, { ...requestFor(key, input), timeoutMs: CALL_TIMEOUT_MS });
    const returnedAtMs = performance.now();
    const { status, body, isRefused } = answer;
    const isDone = status === 200;
    const isNever = isRefused === true || [400, 409, 421, 503].includes(status);
    this.#tally(isDone ? 'done' : isNever ? 'refused' : 'unknown', body?.outcome);
    const operation = { client, key, input, calledAtMs };
    if (isDone) {
      this.history.push({ ...operation, returnedAtMs, output: outputOf(key, input, body) });
    } else if (!isNever && input.type !== 'read') this.history.push(operation);
    return answer;
  }

  #tally(outcome, name = 'no answer') {
    const second = Math.floor((performance.now() - this.startedAtMs) / 1_000);
    this.seconds[second] ??= {};
    const counts = this.seconds[second];
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (outcome !== 'done') counts[name] = (counts[name] ?? 0) + 1;
  }
}

/** Items of a list are appended as words. */
function requestFor(key, input) {
  const path = `/kv/${key}`;
  switch (input.type) {
    case 'read':
      return { method: 'GET', path };
    case 'append':
      return { method: 'POST', path, value: `${input.value} ` };
    case 'cas':
      return { method: 'PUT', path: `${path}?if=${input.expected ?? ''}`, value: input.value };
    default:
      return { method: 'PUT', path, value: input.value };
  }
}

/** What was answered, as the models of a register and of a list say it. */
function outputOf(key, input, { value, isDone }) {
  if (key.startsWith('list')) return input.type === 'read' ? itemsOf(value) : undefined;
  if (input.type === 'cas') return { type: 'cas', isSwapped: isDone };
  if (input.type === 'write') return { type: 'written' };
  return { type: 'read', value: value === '' ? undefined : value };
}

function itemsOf(value) {
  return value.split(' ').filter((item) => item !== '');
}
