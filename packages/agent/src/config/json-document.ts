/**
 * Parses JSON that a person wrote.
 *
 * @throws Error with line and column for text that is no JSON, and for a key that stands twice in one
 * object, of which JSON itself would silently keep the last.
 */
export function parseJsonDocument(text: string): unknown {
  const document = parse(text);
  const repeated = findRepeatedKey(text);
  if (repeated === undefined) return document;
  throw new Error(`key ${repeated.key} is given twice ${placeOf(text, repeated.offset)}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    // Engines add a position or an excerpt, and some of them neither.
    const reason = message.replace(
      / (?:in JSON )?at position \d[\s\S]*$|, (?:\.\.\.)?"[\s\S]*$/,
      '',
    );
    throw new SyntaxError(`${reason} ${placeOf(text, mistakeOffset(text))}`, { cause });
  }
}

/** The length of the longest beginning that more text could still make JSON of. */
function mistakeOffset(text: string): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isBeginning(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON input|Unterminated/.test(message) || Number(position) === text.length;
  }
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `(line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1})`;
}

interface RepeatedKey {
  /** As it is written, in quotes. */
  readonly key: string;
  readonly offset: number;
}

/** Strings, the braces of objects and lists, and the colon that makes a string a key. */
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** Expects text that is JSON. */
function findRepeatedKey(text: string): RepeatedKey | undefined {
  const open: Set<string>[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token, colon] = match;
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = token.slice(0, -colon.length);
      const keys = open.at(-1);
      if (keys?.has(key)) return { key, offset: match.index };
      keys?.add(key);
    }
  }
  return undefined;
}
