/** One word of an HCL text. `value` is the decoded text of a string or the number read. */
export interface HclToken {
  readonly type: 'identifier' | 'string' | 'number' | 'boolean' | 'punctuation' | 'end';
  /** As it stands in the source; for `end` the words "end of file". */
  readonly text: string;
  readonly value: string | number | boolean;
  /** Offset of the first character, for error positions. */
  readonly offset: number;
}

/** Text that is not HCL; `offset` says where reading stopped. */
export class HclSyntaxError extends Error {
  override readonly name = 'HclSyntaxError';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const IDENTIFIER = /[\p{L}_][\p{L}\p{Nd}_.-]*/uy;
const NUMBER = /-?(?:0[xX][0-9a-fA-F]+|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)/y;
const SPACE = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const HEREDOC = /<<(-?)([\p{L}\p{Nd}_.-]+)\r?\n/uy;
const ESCAPE =
  /\\(?:([abfnrtv\\"])|([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
const ESCAPED: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/**
 * Cuts an HCL 1 text into tokens, one per call of {@link next}.
 *
 * Source: the HCL 1 syntax description (github.com/hashicorp/hcl, branch hcl1).
 */
export class HclLexer {
  readonly #source: string;
  #offset = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The next token; at the end of the text always `end`. @throws HclSyntaxError */
  next(): HclToken {
    this.#match(SPACE);
    const offset = this.#offset;
    const character = this.#source[offset];
    if (character === undefined) return { type: 'end', text: 'end of file', value: '', offset };
    if (character === '"') return this.#quoted(offset);
    if (character === '<') return this.#heredoc(offset);
    if ('{}[]=,'.includes(character)) {
      this.#offset += 1;
      return { type: 'punctuation', text: character, value: character, offset };
    }
    const number = this.#match(NUMBER);
    if (number !== undefined) return this.#number(number[0], offset);
    const word = this.#match(IDENTIFIER)?.[0];
    if (word === undefined) {
      const hint = this.#source.startsWith('/*', offset)
        ? 'comment is not closed'
        : `unexpected ${JSON.stringify(character)}`;
      throw new HclSyntaxError(hint, offset);
    }
    if (word === 'true' || word === 'false') {
      return { type: 'boolean', text: word, value: word === 'true', offset };
    }
    return { type: 'identifier', text: word, value: word, offset };
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#source);
    if (match === null) return undefined;
    this.#offset = pattern.lastIndex;
    return match;
  }

  #number(text: string, offset: number): HclToken {
    const following = this.#source[this.#offset];
    if (following !== undefined && /[\p{L}\p{Nd}_]/u.test(following)) {
      throw new HclSyntaxError(`malformed number ${text}${following}`, offset);
    }
    const digits = text.replace('-', '');
    const isOctal = /^0\d+$/.test(digits);
    if (isOctal && /[89]/.test(digits)) {
      throw new HclSyntaxError(`malformed octal number ${text}`, offset);
    }
    const size = isOctal ? Number.parseInt(digits, 8) : Number(digits);
    if (!Number.isFinite(size) || (Number.isInteger(size) && !Number.isSafeInteger(size))) {
      throw new HclSyntaxError(`number ${text} is out of range`, offset);
    }
    const value = text.startsWith('-') ? -size || 0 : size;
    return { type: 'number', text, value, offset };
  }

  #quoted(offset: number): HclToken {
    let value = '';
    this.#offset += 1;
    for (;;) {
      const character = this.#source[this.#offset];
      if (character === undefined || character === '\n') {
        throw new HclSyntaxError('string is not closed', offset);
      }
      if (character === '"') break;
      if (character === '\\') {
        value += this.#escape();
      } else if (this.#source.startsWith('${', this.#offset)) {
        value += this.#interpolation();
      } else {
        value += character;
        this.#offset += 1;
      }
    }
    this.#offset += 1;
    return { type: 'string', text: this.#source.slice(offset, this.#offset), value, offset };
  }

  #escape(): string {
    const offset = this.#offset;
    const match = this.#match(ESCAPE);
    if (match === undefined) throw new HclSyntaxError('unknown escape in a string', offset);
    const [, letter, octal, hex, short, long] = match;
    if (letter !== undefined) return ESCAPED[letter] ?? letter;
    const code =
      octal !== undefined
        ? Number.parseInt(octal, 8)
        : Number.parseInt(hex ?? short ?? long ?? '', 16);
    if (code > 0x10ffff) throw new HclSyntaxError('escape is no Unicode character', offset);
    return String.fromCodePoint(code);
  }

  /** `${...}` is kept as it stands, quotes and line ends included; nothing is evaluated. */
  #interpolation(): string {
    const start = this.#offset;
    let depth = 0;
    for (; this.#offset < this.#source.length; this.#offset += 1) {
      const character = this.#source[this.#offset];
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      if (character === '}' && depth === 0) {
        this.#offset += 1;
        return this.#source.slice(start, this.#offset);
      }
    }
    throw new HclSyntaxError('interpolation is not closed', start);
  }

  #heredoc(offset: number): HclToken {
    const opening = this.#match(HEREDOC);
    if (opening === undefined) throw new HclSyntaxError('malformed heredoc', offset);
    const isIndented = opening[1] === '-';
    const marker = opening[2] ?? '';
    const lines: string[] = [];
    for (;;) {
      const end = this.#source.indexOf('\n', this.#offset);
      const line = this.#source.slice(this.#offset, end === -1 ? undefined : end);
      const isMarker = line.trim() === marker;
      // The line end behind the marker stays, so that the marker's own text is all that is eaten.
      this.#offset = end === -1 || isMarker ? this.#offset + line.length : end + 1;
      if (isMarker) {
        const text = this.#source.slice(offset, this.#offset);
        return { type: 'string', text, value: joinHeredoc(lines, isIndented ? line : ''), offset };
      }
      if (end === -1) throw new HclSyntaxError(`heredoc ${marker} is not closed`, offset);
      lines.push(line);
    }
  }
}

/** Lines of a heredoc; the marker's indent is taken off when every line has it. */
function joinHeredoc(lines: readonly string[], markerLine: string): string {
  const indent = /^\s*/.exec(markerLine)?.[0] ?? '';
  const strips = indent !== '' && lines.every((line) => line.startsWith(indent));
  return lines.map((line) => `${strips ? line.slice(indent.length) : line}\n`).join('');
}
