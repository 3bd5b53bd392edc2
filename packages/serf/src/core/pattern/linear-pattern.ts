import {
  type AssertionTest,
  type CharacterTest,
  type PatternNode,
  PatternSyntaxError,
} from './pattern-node.js';
import { parsePattern } from './pattern-parser.js';

/** Steps a pattern may compile to; bounds the work for each character of a text. */
export const PATTERN_STEP_COUNT_MAX = 1_000;

/** A compiled pattern, or why there is none. */
export type LinearPattern =
  | { readonly type: 'pattern'; readonly test: (text: string) => boolean }
  | { readonly type: 'failure'; readonly message: string };

type Step =
  | { readonly type: 'one'; readonly matches: CharacterTest }
  | { readonly type: 'assertion'; readonly holds: AssertionTest }
  | { readonly type: 'fork'; readonly targets: number[] }
  | { readonly type: 'accept' };

/**
 * Compiles a regular expression in RE2's syntax to a test that finds a match anywhere in a text, in
 * time proportional to the text. What peers send is run by every member, so no pattern may ever take
 * exponential time.
 *
 * Source: Thompson, "Regular Expression Search Algorithm" (1968): all alternatives are followed at
 * once, each step at most once per place.
 */
export function compilePattern(source: string): LinearPattern {
  try {
    const steps: Step[] = [];
    emit(parsePattern(source), steps);
    steps.push({ type: 'accept' });
    return { type: 'pattern', test: (text) => hasMatch(steps, text) };
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error;
    return { type: 'failure', message: error.detail };
  }
}

function emit(node: PatternNode, steps: Step[]): void {
  if (steps.length >= PATTERN_STEP_COUNT_MAX) {
    throw new PatternSyntaxError(`needs more than ${PATTERN_STEP_COUNT_MAX} steps`);
  }
  switch (node.type) {
    case 'one':
    case 'assertion':
      steps.push(node);
      break;
    case 'sequence':
      for (const part of node.parts) emit(part, steps);
      break;
    case 'choice':
      emitChoice(node.parts, steps);
      break;
    case 'repeat':
      emitRepeat(node, steps);
  }
}

function emitChoice(parts: readonly PatternNode[], steps: Step[]): void {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    emit(only, steps);
    return;
  }
  const starts = pushFork(steps);
  const exits = parts.map((part) => {
    starts.push(steps.length);
    emit(part, steps);
    return pushFork(steps);
  });
  for (const exit of exits) exit.push(steps.length);
}

function emitRepeat(node: Extract<PatternNode, { readonly type: 'repeat' }>, steps: Step[]): void {
  const { part, countMin, countMax } = node;
  for (let count = 0; count < countMin; count += 1) {
    const start = steps.length;
    emit(part, steps);
    // What takes no step takes none however often: `((){1000}){1000}` and so on would never end.
    if (steps.length === start) break;
  }
  if (countMax === Number.POSITIVE_INFINITY) {
    const start = steps.length;
    const targets = pushFork(steps);
    targets.push(start + 1);
    emit(part, steps);
    pushFork(steps).push(start);
    targets.push(steps.length);
    return;
  }
  const skips: number[][] = [];
  for (let count = countMin; count < countMax; count += 1) {
    const targets = pushFork(steps);
    targets.push(steps.length);
    skips.push(targets);
    emit(part, steps);
  }
  for (const targets of skips) targets.push(steps.length);
}

/** Adds a fork. @returns its targets, to be filled in. */
function pushFork(steps: Step[]): number[] {
  const targets: number[] = [];
  steps.push({ type: 'fork', targets });
  return targets;
}

/** A place between two characters of a text. */
interface Place {
  readonly at: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

function hasMatch(steps: readonly Step[], text: string): boolean {
  // Where each step was last reached, so that it is followed once per place.
  const reachedAt = new Int32Array(steps.length).fill(-1);
  let pending: number[] = [];
  let before: number | undefined;
  for (let at = 0; ; ) {
    // A match may begin anywhere.
    pending.push(0);
    const after = text.codePointAt(at);
    const waiting = follow(steps, pending, { place: { at, before, after }, reachedAt });
    if (waiting === 'accepted') return true;
    if (after === undefined) return false;
    pending = waiting.filter((index) => matchesAt(steps, index, after)).map((index) => index + 1);
    before = after;
    at += after > 0xffff ? 2 : 1;
  }
}

function matchesAt(steps: readonly Step[], index: number, point: number): boolean {
  const step = steps[index];
  return step?.type === 'one' && step.matches(point);
}

/** Steps that want a character, reached from `pending` without taking one. */
function follow(
  steps: readonly Step[],
  pending: number[],
  { place, reachedAt }: { readonly place: Place; readonly reachedAt: Int32Array },
): number[] | 'accepted' {
  const waiting: number[] = [];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const step = steps[index];
    if (step === undefined || reachedAt[index] === place.at) continue;
    reachedAt[index] = place.at;
    if (step.type === 'accept') return 'accepted';
    if (step.type === 'one') waiting.push(index);
    else if (step.type === 'fork') pending.push(...step.targets);
    else if (step.holds(place.before, place.after)) pending.push(index + 1);
  }
  return waiting;
}
