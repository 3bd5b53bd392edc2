/** A piece of a filter expression and where it begins, in code units. */
export interface FilterToken {
  readonly type: 'word' | 'number' | 'string' | 'mark' | 'end';
  /** What it says; of a string without its quotes and escapes. */
  readonly text: string;
  readonly at: number;
}

/** What is wrong with an expression. */
export class FilterSyntaxError extends Error {
  override readonly name = 'FilterSyntaxError';
  readonly code = 'FILTER_SYNTAX';

  constructor(message: string) {
    super(`[FILTER_SYNTAX] ${message}`);
    this.detail = message;
  }

  /** The message without its code. */
  readonly detail: string;
}

const pieces =
  /\s*(?:(?<word>[A-Za-z][A-Za-z0-9_/]*)|(?<number>-?\d+(?:\.\d+)?)|"(?<quoted>(?:[^"\\]|\\.)*)"|`(?<raw>[^`]*)`|(?<mark>==|!=|[()[\].]))/suy;

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * Cuts an expression into tokens; the last is always an end.
 *
 * @throws FilterSyntaxError naming the place where no token begins.
 */
export function lexFilter(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  const end = text.trimEnd().length;
  const pattern = new RegExp(pieces);
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) throw new FilterSyntaxError(`no match found at position ${from + 1}`);
    const at = from + (text.slice(from).search(/\S/) ?? 0);
    const { word, number, quoted, raw, mark } = groups;
    if (word !== undefined) tokens.push({ type: 'word', text: word, at });
    else if (number !== undefined) tokens.push({ type: 'number', text: number, at });
    else if (mark !== undefined) tokens.push({ type: 'mark', text: mark, at });
    else tokens.push({ type: 'string', text: raw ?? withoutEscapes(quoted ?? ''), at });
  }
  tokens.push({ type: 'end', text: '', at: end });
  return tokens;
}

function withoutEscapes(quoted: string): string {
  return quoted.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gsu,
    (_all, byte: string | undefined, unit: string | undefined, letter: string | undefined) => {
      const code = byte ?? unit;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return escapes[letter ?? ''] ?? letter ?? '';
    },
  );
}
