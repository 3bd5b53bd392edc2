/** How JSON is laid out. */
export type JsonLayout =
  | 'compact'
  /** Four spaces. */
  | 'indented'
  /** Four spaces, and a line end behind it: what `?pretty` asks for. */
  | 'pretty';

const INDENT = 4;

/**
 * Writes JSON. Big integers come out as plain numbers with all their digits, which only the KV
 * store's flags need.
 */
export function jsonText(value: unknown, layout: JsonLayout): string {
  const indent = layout === 'compact' ? 0 : INDENT;
  const plain = holdsBigInteger(value)
    ? exactText(value, indent === 0 ? '' : ' '.repeat(indent), '')
    : JSON.stringify(value, null, indent);
  return layout === 'pretty' ? `${plain}\n` : plain;
}

/** Looks at the first two levels only: flags stand in pairs, and pairs in a list. */
function holdsBigInteger(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.some(
    (item) =>
      typeof item === 'object' &&
      item !== null &&
      Object.values(item).some((field) => typeof field === 'bigint'),
  );
}

function exactText(value: unknown, indent: string, margin: string): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = margin + indent;
  const isList = Array.isArray(value);
  const colon = indent === '' ? ':' : ': ';
  const parts = isList
    ? value.map((item) => exactText(item, indent, inner))
    : Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([name, field]) => JSON.stringify(name) + colon + exactText(field, indent, inner));
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  if (indent === '') return open + parts.join(',') + close;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${margin}${close}`;
}
