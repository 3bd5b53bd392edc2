import { type PatternNode, PatternSyntaxError, parsePattern } from './pattern-parser.js';

/** A test that takes time in proportion to the text, whatever the pattern. */
export type LinearPattern =
  | { readonly type: 'pattern'; test(text: string): boolean }
  | { readonly type: 'failure'; readonly message: string };

/** How many steps a pattern may compile to; bounds the work for each character of a text. */
export const patternStepsMax = 2000;

type Step =
  | { readonly type: 'one'; matches(point: number): boolean }
  | { readonly type: 'split'; readonly targets: number[] }
  | { readonly type: 'start' | 'end' | 'accept' };

/**
 * Compiles a regular expression in the common subset of RE2 and other syntaxes: it finds its match
 * anywhere in a text.
 *
 * Source: Thompson, "Regular Expression Search Algorithm" (1968): all alternatives are followed at
 * once, so that no pattern of a client's can make a server spend exponential time.
 */
export function compileLinearPattern(source: string): LinearPattern {
  try {
    const steps: Step[] = [];
    emit(parsePattern(source), steps);
    steps.push({ type: 'accept' });
    return { type: 'pattern', test: (text) => run(steps, text) };
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error;
    return { type: 'failure', message: `error parsing regexp: ${error.detail}` };
  }
}

function emit(node: PatternNode, steps: Step[]): void {
  if (steps.length > patternStepsMax) {
    throw new PatternSyntaxError(`pattern takes more than ${patternStepsMax} steps`);
  }
  switch (node.type) {
    case 'one':
    case 'start':
    case 'end':
      steps.push(node);
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, steps);
      return;
    case 'choice':
      emitChoice(node.parts, steps);
      return;
    case 'repeat':
      for (let count = 0; count < node.min; count += 1) emit(node.part, steps);
      if (node.max === undefined) emitLoop(node.part, steps);
      else emitOptional(node.part, node.max - node.min, steps);
  }
}

function emitChoice(parts: readonly PatternNode[], steps: Step[]): void {
  const starts: number[] = [];
  const exits: number[][] = [];
  steps.push({ type: 'split', targets: starts });
  for (const part of parts) {
    starts.push(steps.length);
    emit(part, steps);
    const exit: number[] = [];
    exits.push(exit);
    steps.push({ type: 'split', targets: exit });
  }
  for (const exit of exits) exit.push(steps.length);
}

function emitLoop(part: PatternNode, steps: Step[]): void {
  const at = steps.length;
  const targets = [at + 1];
  steps.push({ type: 'split', targets });
  emit(part, steps);
  steps.push({ type: 'split', targets: [at] });
  targets.push(steps.length);
}

function emitOptional(part: PatternNode, count: number, steps: Step[]): void {
  const skips: number[][] = [];
  for (let left = count; left > 0; left -= 1) {
    const targets = [steps.length + 1];
    skips.push(targets);
    steps.push({ type: 'split', targets });
    emit(part, steps);
  }
  for (const targets of skips) targets.push(steps.length);
}

/** Follows all alternatives through the text at once; each step is tried once per position. */
function run(steps: readonly Step[], text: string): boolean {
  // The position at which a step was last reached, so that it is not followed twice there.
  const reachedAt = new Int32Array(steps.length).fill(-1);
  let current: number[] = [];
  for (let at = 0; ; ) {
    // A match may begin anywhere.
    current.push(0);
    const reached = follow(steps, current, { at, length: text.length, reachedAt });
    if (reached === 'accepted') return true;
    const point = text.codePointAt(at);
    if (point === undefined) return false;
    current = [];
    for (const step of reached) {
      const one = steps[step];
      if (one?.type === 'one' && one.matches(point)) current.push(step + 1);
    }
    at += point > 0xffff ? 2 : 1;
  }
}

/** The steps that want a character, reached from some without taking one. */
function follow(
  steps: readonly Step[],
  pending: number[],
  place: { readonly at: number; readonly length: number; readonly reachedAt: Int32Array },
): readonly number[] | 'accepted' {
  const waiting: number[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (place.reachedAt[next] === place.at) continue;
    place.reachedAt[next] = place.at;
    const step = steps[next];
    if (step?.type === 'accept') return 'accepted';
    if (step?.type === 'one') waiting.push(next);
    else if (step?.type === 'split') pending.push(...step.targets);
    else if (place.at === (step?.type === 'start' ? 0 : place.length)) pending.push(next + 1);
  }
  return waiting;
}
