import type { CharacterTest } from './pattern-node.js';

const NEWLINE = 0x0a;

const inRange =
  (low: number, high: number): CharacterTest =>
  (point) =>
    point >= low && point <= high;

const anyOf =
  (...tests: readonly CharacterTest[]): CharacterTest =>
  (point) =>
    tests.some((test) => test(point));

const digit = inRange(0x30, 0x39);
const lower = inRange(0x61, 0x7a);
const upper = inRange(0x41, 0x5a);
const alpha = anyOf(lower, upper);
const alnum = anyOf(alpha, digit);
const graph = inRange(0x21, 0x7e);
const underscore = inRange(0x5f, 0x5f);

/** `\w`. */
export const isWordCharacter: CharacterTest = anyOf(alnum, underscore);

/** `.` where it stops at line ends. */
export const isNotNewline: CharacterTest = (point) => point !== NEWLINE;

/** Everything. */
export const isAnything: CharacterTest = () => true;

/** What `\d`, `\s` and `\w` mean; capital letters mean the opposite. ASCII only, as in RE2. */
export const perlClasses: Readonly<Record<string, CharacterTest>> = {
  d: digit,
  s: (point) => [0x20, 0x09, 0x0a, 0x0c, 0x0d].includes(point),
  w: isWordCharacter,
};

/** What `[:name:]` means within brackets. */
export const posixClasses: Readonly<Record<string, CharacterTest>> = {
  alnum,
  alpha,
  ascii: inRange(0, 0x7f),
  blank: (point) => point === 0x20 || point === 0x09,
  cntrl: anyOf(inRange(0, 0x1f), inRange(0x7f, 0x7f)),
  digit,
  graph,
  lower,
  print: inRange(0x20, 0x7e),
  punct: (point) => graph(point) && !alnum(point),
  space: anyOf(inRange(0x09, 0x0d), inRange(0x20, 0x20)),
  upper,
  word: isWordCharacter,
  xdigit: anyOf(digit, inRange(0x41, 0x46), inRange(0x61, 0x66)),
};

/** Every character but those of the test. */
export function complementOf(test: CharacterTest): CharacterTest {
  return (point) => !test(point);
}

/** Characters from `low` to `high`. */
export function rangeOf(low: number, high: number): CharacterTest {
  return inRange(low, high);
}

/** The union of several tests. */
export function unionOf(tests: readonly CharacterTest[]): CharacterTest {
  return anyOf(...tests);
}

/** A test that a character passes in either case. */
export function ignoringCase(test: CharacterTest): CharacterTest {
  return (point) => {
    if (test(point)) return true;
    const text = String.fromCodePoint(point);
    const lowerPoint = text.toLowerCase().codePointAt(0) ?? point;
    const upperPoint = text.toUpperCase().codePointAt(0) ?? point;
    return test(lowerPoint) || test(upperPoint);
  };
}
