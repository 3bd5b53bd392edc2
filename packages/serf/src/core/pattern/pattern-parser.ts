import {
  complementOf,
  ignoringCase,
  isAnything,
  isNotNewline,
  isWordCharacter,
  perlClasses,
  posixClasses,
  rangeOf,
  unionOf,
} from './character-class.js';
import { type CharacterTest, type PatternNode, PatternSyntaxError } from './pattern-node.js';

/** Longest pattern, in UTF-16 units. */
export const PATTERN_LENGTH_MAX = 512;
const GROUP_DEPTH_MAX = 32;
/** Largest number in a repetition. Source: RE2. */
const REPEAT_COUNT_MAX = 1_000;
const NEWLINE = 0x0a;

const CONTROL_ESCAPES: Readonly<Record<string, number>> = {
  a: 0x07,
  f: 0x0c,
  n: NEWLINE,
  r: 0x0d,
  t: 0x09,
  v: 0x0b,
};

/** `i` ignores case, `m` lets `^` and `$` match at lines, `s` lets `.` match line ends. */
interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

const assertion = (
  holds: (before: number | undefined, after: number | undefined) => boolean,
): PatternNode => ({ type: 'assertion', holds });

const isWord = (point: number | undefined): boolean =>
  point !== undefined && isWordCharacter(point);
const textStart = assertion((before) => before === undefined);
const textEnd = assertion((_, after) => after === undefined);
const lineStart = assertion((before) => before === undefined || before === NEWLINE);
const lineEnd = assertion((_, after) => after === undefined || after === NEWLINE);

/** Escapes that take no character. */
const ASSERTION_ESCAPES: Readonly<Record<string, PatternNode>> = {
  A: textStart,
  z: textEnd,
  b: assertion((before, after) => isWord(before) !== isWord(after)),
  B: assertion((before, after) => isWord(before) === isWord(after)),
};

/**
 * Reads a pattern in RE2's syntax. What RE2 has not (looking around, referring back) is refused, and
 * so are Unicode classes (`\p`), which need tables.
 *
 * @throws PatternSyntaxError
 */
export function parsePattern(source: string): PatternNode {
  if (source.length > PATTERN_LENGTH_MAX) {
    throw new PatternSyntaxError(`${source.length} characters are more than ${PATTERN_LENGTH_MAX}`);
  }
  const parser = new PatternParser([...source]);
  const node = parser.readChoice({ i: false, m: false, s: false }, 0);
  parser.expectEnd();
  return node;
}

class PatternParser {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  readChoice(outerFlags: Flags, depth: number): PatternNode {
    if (depth > GROUP_DEPTH_MAX) throw new PatternSyntaxError('groups are nested too deep');
    const alternatives: PatternNode[] = [];
    let flags = outerFlags;
    let parts: PatternNode[] = [];
    for (let next = this.#peek(); next !== undefined && next !== ')'; next = this.#peek()) {
      const newFlags = this.#takeFlags(flags);
      if (newFlags !== undefined) {
        flags = newFlags;
      } else if (this.#take('|')) {
        alternatives.push({ type: 'sequence', parts });
        parts = [];
      } else {
        parts.push(this.#readRepeated(flags, depth));
      }
    }
    alternatives.push({ type: 'sequence', parts });
    return { type: 'choice', parts: alternatives };
  }

  expectEnd(): void {
    if (this.#peek() !== undefined) throw new PatternSyntaxError('unexpected )');
  }

  /** `(?i)` and the like, which hold until the group ends. */
  #takeFlags(flags: Flags): Flags | undefined {
    const found = /^\(\?([ims]*)(?:-([ims]+))?\)/.exec(this.#ahead(12));
    if (found === null) return undefined;
    this.#at += found[0].length;
    return changedFlags(flags, found[1] ?? '', found[2] ?? '');
  }

  #readRepeated(flags: Flags, depth: number): PatternNode {
    const part = this.#readAtom(flags, depth);
    const bounds = this.#takeBounds();
    if (bounds === undefined) return part;
    // Whether a match is the longest or the shortest does not change whether there is one.
    this.#take('?');
    if (this.#takeBounds() !== undefined)
      throw new PatternSyntaxError('repetition of a repetition');
    return { type: 'repeat', part, ...bounds };
  }

  #takeBounds(): { countMin: number; countMax: number } | undefined {
    if (this.#take('*')) return { countMin: 0, countMax: Number.POSITIVE_INFINITY };
    if (this.#take('+')) return { countMin: 1, countMax: Number.POSITIVE_INFINITY };
    if (this.#take('?')) return { countMin: 0, countMax: 1 };
    const found = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(this.#ahead(12));
    if (found === null) return undefined;
    const [text, minText = '', comma, maxText = ''] = found;
    this.#at += text.length;
    const countMin = Number(minText);
    const countMax =
      maxText !== '' ? Number(maxText) : comma === '' ? countMin : Number.POSITIVE_INFINITY;
    const isTooMuch =
      countMin > REPEAT_COUNT_MAX || (maxText !== '' && countMax > REPEAT_COUNT_MAX);
    if (isTooMuch || countMax < countMin) throw new PatternSyntaxError(`bad repetition ${text}`);
    return { countMin, countMax };
  }

  #readAtom(flags: Flags, depth: number): PatternNode {
    const next = this.#next();
    switch (next) {
      case '(':
        return this.#readGroup(flags, depth);
      case '[':
        return one(this.#readBrackets(), flags);
      case '.':
        return { type: 'one', matches: flags.s ? isAnything : isNotNewline };
      case '^':
        return flags.m ? lineStart : textStart;
      case '$':
        return flags.m ? lineEnd : textEnd;
      case '*':
      case '+':
      case '?':
        throw new PatternSyntaxError(`nothing to repeat before ${next}`);
      case '\\':
        return this.#readEscape(flags);
      default:
        return one(literal(next), flags);
    }
  }

  #readGroup(outerFlags: Flags, depth: number): PatternNode {
    const opening = /^\?(?:P?<\w{1,32}>|([ims]*)(?:-([ims]+))?:)/.exec(this.#ahead(40));
    if (opening === null && this.#peek() === '?') throw new PatternSyntaxError('unsupported group');
    this.#at += opening?.[0].length ?? 0;
    const flags = changedFlags(outerFlags, opening?.[1] ?? '', opening?.[2] ?? '');
    const inner = this.readChoice(flags, depth + 1);
    if (!this.#take(')')) throw new PatternSyntaxError('missing )');
    return inner;
  }

  #readEscape(flags: Flags): PatternNode {
    const letter = this.#next();
    const found = ASSERTION_ESCAPES[letter];
    if (found !== undefined) return found;
    if (letter === 'Q') return this.#readQuoted(flags);
    return one(perlClass(letter) ?? literalPoint(this.#escapedPoint(letter)), flags);
  }

  /** `\Q...\E`, or to the end. */
  #readQuoted(flags: Flags): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#peek() !== undefined) {
      if (this.#ahead(2) === '\\E') {
        this.#at += 2;
        break;
      }
      parts.push(one(literal(this.#next()), flags));
    }
    return { type: 'sequence', parts };
  }

  #escapedPoint(letter: string): number {
    const control = CONTROL_ESCAPES[letter];
    if (control !== undefined) return control;
    if (letter === 'x') return this.#hexadecimalPoint();
    if (/[\p{L}\p{N}]/u.test(letter))
      throw new PatternSyntaxError(`unsupported escape \\${letter}`);
    return pointOf(letter);
  }

  #hexadecimalPoint(): number {
    const found = /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/.exec(this.#ahead(8));
    const point = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16);
    if (found === null || point > 0x10ffff) throw new PatternSyntaxError('bad \\x');
    this.#at += found[0].length;
    return point;
  }

  #readBrackets(): CharacterTest {
    const isNegated = this.#take('^');
    const tests: CharacterTest[] = [];
    while (tests.length === 0 || this.#peek() !== ']') tests.push(this.#readBracketItem());
    this.#at += 1;
    const union = unionOf(tests);
    return isNegated ? complementOf(union) : union;
  }

  #readBracketItem(): CharacterTest {
    const posix = /^\[:(\^?)(\w{1,8}):\]/.exec(this.#ahead(16));
    if (posix !== null) return this.#readPosix(posix);
    const first = this.#next();
    if (first === '\\') {
      const known = perlClass(this.#peek() ?? '');
      if (known !== undefined) {
        this.#at += 1;
        return known;
      }
    }
    const low = first === '\\' ? this.#escapedPoint(this.#next()) : pointOf(first);
    if (this.#peek() !== '-' || this.#characters[this.#at + 1] === ']') return literalPoint(low);
    this.#at += 1;
    const last = this.#next();
    const high = last === '\\' ? this.#escapedPoint(this.#next()) : pointOf(last);
    if (low > high) throw new PatternSyntaxError(`bad range ${first}-${last}`);
    return rangeOf(low, high);
  }

  #readPosix(found: RegExpExecArray): CharacterTest {
    const known = posixClasses[found[2] ?? ''];
    if (known === undefined) throw new PatternSyntaxError(`unknown class ${found[0]}`);
    this.#at += found[0].length;
    return found[1] === '^' ? complementOf(known) : known;
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #ahead(count: number): string {
    return this.#characters.slice(this.#at, this.#at + count).join('');
  }

  #next(): string {
    const next = this.#peek();
    if (next === undefined) throw new PatternSyntaxError('unexpected end');
    this.#at += 1;
    return next;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }
}

function changedFlags(flags: Flags, on: string, off: string): Flags {
  const value = (name: keyof Flags): boolean =>
    off.includes(name) ? false : flags[name] || on.includes(name);
  return { i: value('i'), m: value('m'), s: value('s') };
}

function one(matches: CharacterTest, flags: Flags): PatternNode {
  return { type: 'one', matches: flags.i ? ignoringCase(matches) : matches };
}

/** Looked up by own name only: a pattern may well say `\constructor`. */
function perlClass(letter: string): CharacterTest | undefined {
  if (!/^[dswDSW]$/.test(letter)) return undefined;
  const known = perlClasses[letter.toLowerCase()];
  if (known === undefined) return undefined;
  return letter === letter.toLowerCase() ? known : complementOf(known);
}

function literal(character: string): CharacterTest {
  return literalPoint(pointOf(character));
}

function literalPoint(wanted: number): CharacterTest {
  return (point) => point === wanted;
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
