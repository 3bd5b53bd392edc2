/** Attributes of an element; numbers are rounded to what an eye can tell apart. */
export type Attributes = Readonly<Record<string, string | number>>;

const COORDINATE_DIGITS = 2;

/** One element of a picture as text. Children are elements already; use `svgText` for words. */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(value)}"`)
    .join('');
  if (children.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>${children.join('')}</${name}>`;
}

/** A line of words. Whatever stands in it is shown as it is. */
export function svgText(text: string, attributes: Attributes): string {
  return element('text', attributes, [escapeText(text)]);
}

/** Makes any text harmless between tags and in attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(UNPRINTABLE, '\u{fffd}');
}

/**
 * A number as coordinates are written: short, and the same on every machine. What is no finite
 * number becomes 0, since one bad coordinate makes viewers drop a whole path.
 */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const rounded = Number(value.toFixed(COORDINATE_DIGITS));
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** XML 1.0 has no way of writing these. Lone halves of pairs are no characters at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const UNPRINTABLE = /[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{d800}-\u{dfff}\u{fffe}\u{ffff}]/gu;

function attribute(value: string | number): string {
  return typeof value === 'number' ? coordinate(value) : escapeText(value);
}
