/**
 * Reads a key as users give it.
 *
 * @returns the key, or what is wrong with the text, in the words of Go's decoder, which users of Serf
 * know.
 */
export function parseBase64(text: string): Uint8Array | string {
  const bad = /[^A-Za-z0-9+/]/.exec(text.replace(/={1,2}$/, ''));
  const isWhole = text.length % 4 === 0;
  if (bad === null && isWhole) return Uint8Array.from(Buffer.from(text, 'base64'));
  const index = bad?.index ?? text.length - (text.length % 4);
  return `illegal base64 data at input byte ${index}`;
}
