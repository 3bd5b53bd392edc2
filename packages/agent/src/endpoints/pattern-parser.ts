/** What a regular expression says. */
export type PatternNode =
  | { readonly type: 'one'; matches(point: number): boolean }
  | { readonly type: 'start' | 'end' }
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | {
      readonly type: 'repeat';
      readonly part: PatternNode;
      readonly min: number;
      /** Absent: without bound. */
      readonly max: number | undefined;
    };

/** Why a pattern is none, or none that is supported. */
export class PatternSyntaxError extends Error {
  override readonly name = 'PatternSyntaxError';
  readonly code = 'PATTERN_SYNTAX';
  /** The message without its code. */
  readonly detail: string;

  constructor(detail: string) {
    super(`[PATTERN_SYNTAX] ${detail}`);
    this.detail = detail;
  }
}

/** How long a pattern may be, in code points. */
export const patternLengthMax = 512;
/** How deep groups may be nested. */
export const patternDepthMax = 32;
/** The largest number in a repetition. Source: RE2. */
export const repeatMax = 1000;

type Matcher = (point: number) => boolean;

const classes: Readonly<Record<string, Matcher>> = {
  d: (point) => point >= 0x30 && point <= 0x39,
  w: (point) => point < 0x80 && /\w/.test(String.fromCharCode(point)),
  s: (point) => [0x20, 0x09, 0x0a, 0x0c, 0x0d].includes(point),
};
const controls: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7 };

/**
 * Reads a pattern: literals, `.`, classes, groups, `|`, `*`, `+`, `?`, `{n,m}`, `^`, `$`, the usual
 * escapes, and `(?i)` in front. Looking around and referring back is in no linear syntax.
 *
 * @throws PatternSyntaxError saying what is not supported.
 */
export function parsePattern(source: string): PatternNode {
  const isCaseIgnored = source.startsWith('(?i)');
  const points = Array.from(isCaseIgnored ? source.slice(4) : source);
  if (points.length > patternLengthMax) {
    throw new PatternSyntaxError(`pattern is longer than ${patternLengthMax} characters`);
  }
  const parser = new PatternParser(points, isCaseIgnored);
  const node = parser.choice(0);
  parser.expectEnd();
  return node;
}

class PatternParser {
  readonly #points: readonly string[];
  readonly #isCaseIgnored: boolean;
  #at = 0;

  constructor(points: readonly string[], isCaseIgnored: boolean) {
    this.#points = points;
    this.#isCaseIgnored = isCaseIgnored;
  }

  choice(depth: number): PatternNode {
    if (depth > patternDepthMax) throw new PatternSyntaxError('groups are nested too deep');
    const parts = [this.#sequence(depth)];
    while (this.#take('|')) parts.push(this.#sequence(depth));
    return { type: 'choice', parts };
  }

  expectEnd(): void {
    if (this.#at < this.#points.length) throw new PatternSyntaxError('unexpected )');
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      if (next === '|' || next === ')') break;
      parts.push(this.#repeated(this.#atom(depth)));
    }
    return { type: 'sequence', parts };
  }

  #repeated(part: PatternNode): PatternNode {
    const bounds = this.#bounds();
    if (bounds === undefined) return part;
    // Whether a match is the longest or the shortest is of no concern to a test.
    this.#take('?');
    if (this.#bounds() !== undefined) {
      throw new PatternSyntaxError('invalid nested repetition operator');
    }
    return { type: 'repeat', part, ...bounds };
  }

  #bounds(): { min: number; max: number | undefined } | undefined {
    if (this.#take('*')) return { min: 0, max: undefined };
    if (this.#take('+')) return { min: 1, max: undefined };
    if (this.#take('?')) return { min: 0, max: 1 };
    const rest = this.#points.slice(this.#at, this.#at + 12).join('');
    const found = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/.exec(rest);
    if (found === null) return undefined;
    this.#at += found[0].length;
    const min = Number(found[1]);
    const max =
      found[2] === undefined ? min : found[3] === undefined ? undefined : Number(found[3]);
    if (Math.max(min, max ?? 0) > repeatMax || (max !== undefined && max < min)) {
      throw new PatternSyntaxError(`invalid repeat count: ${found[0]}`);
    }
    return { min, max };
  }

  #atom(depth: number): PatternNode {
    const next = this.#next();
    switch (next) {
      case '(':
        return this.#group(depth);
      case '[':
        return { type: 'one', matches: this.#bracket() };
      case '.':
        return { type: 'one', matches: (point) => point !== 0x0a };
      case '^':
        return { type: 'start' };
      case '$':
        return { type: 'end' };
      case '*':
      case '+':
      case '?':
        throw new PatternSyntaxError(`missing argument to repetition operator: ${next}`);
      case '\\':
        return { type: 'one', matches: this.#escape() };
      default:
        return { type: 'one', matches: this.#literal(next) };
    }
  }

  #group(depth: number): PatternNode {
    if (this.#take('?') && !this.#take(':')) {
      throw new PatternSyntaxError('invalid or unsupported Perl syntax: (?');
    }
    const inner = this.choice(depth + 1);
    if (!this.#take(')')) throw new PatternSyntaxError('missing closing )');
    return inner;
  }

  #escape(): Matcher {
    const letter = this.#next();
    const known = classes[letter];
    if (known !== undefined) return known;
    const opposite = classes[letter.toLowerCase()];
    if (opposite !== undefined) return (point) => !opposite(point);
    return this.#literal(this.#escapedCharacter(letter));
  }

  #escapedCharacter(letter: string): string {
    const control = controls[letter];
    if (control !== undefined) return String.fromCharCode(control);
    if (/[A-Za-z0-9]/.test(letter)) {
      throw new PatternSyntaxError(`invalid escape sequence: \\${letter}`);
    }
    return letter;
  }

  #bracket(): Matcher {
    const isNegated = this.#take('^');
    const matchers: Matcher[] = [];
    while (matchers.length === 0 || this.#peek() !== ']') matchers.push(this.#bracketItem());
    this.#at += 1;
    return (point) => matchers.some((matches) => matches(point)) !== isNegated;
  }

  #bracketItem(): Matcher {
    const first = this.#next();
    let from = first;
    if (first === '\\') {
      const letter = this.#next();
      const known = classes[letter.toLowerCase()];
      if (known !== undefined) return classes[letter] ?? ((point) => !known(point));
      from = this.#escapedCharacter(letter);
    }
    if (this.#peek() !== '-' || this.#points[this.#at + 1] === ']') return this.#literal(from);
    this.#at += 1;
    const last = this.#next();
    const to = last === '\\' ? this.#escapedCharacter(this.#next()) : last;
    const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (low > high) throw new PatternSyntaxError(`invalid character class range: ${from}-${to}`);
    return this.#withCase((point) => point >= low && point <= high);
  }

  #literal(character: string): Matcher {
    const wanted = character.codePointAt(0);
    return this.#withCase((point) => point === wanted);
  }

  #withCase(matches: Matcher): Matcher {
    if (!this.#isCaseIgnored) return matches;
    return (point) => {
      const text = String.fromCodePoint(point);
      const [lower, upper] = [text.toLowerCase(), text.toUpperCase()];
      return matches(lower.codePointAt(0) ?? point) || matches(upper.codePointAt(0) ?? point);
    };
  }

  #peek(): string | undefined {
    return this.#points[this.#at];
  }

  #next(): string {
    const next = this.#peek();
    if (next === undefined) throw new PatternSyntaxError('unexpected end of pattern');
    this.#at += 1;
    return next;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }
}
