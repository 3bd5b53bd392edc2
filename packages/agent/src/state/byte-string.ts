/**
 * Text whose every code unit is one byte (0 to 255).
 *
 * Keys of the state's tables are byte strings: comparing them compares bytes, any bytes can be a
 * key (also such as are not valid UTF-8), and for ASCII, which is nearly everything, the byte
 * string is the text itself.
 */
export type ByteString = string;

/** Whether anything but printable ASCII is there; only then is there something to convert. */
const notPlain = /[^ -~]/;
const upperCase = /[A-Z]/;

/** The UTF-8 form of a text. A lone surrogate becomes U+FFFD. */
export function toByteString(text: string): ByteString {
  if (!notPlain.test(text)) return text;
  let bytes = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += encodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return bytes;
}

function encodePoint(point: number): ByteString {
  if (point < 0x80) return String.fromCharCode(point);
  const last = 0x80 | (point & 0x3f);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), last);
  const second = 0x80 | ((point >> 6) & 0x3f);
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), second, last);
  const third = 0x80 | ((point >> 12) & 0x3f);
  return String.fromCharCode(0xf0 | (point >> 18), third, second, last);
}

/** The text that a byte string spells in UTF-8; each byte that is not valid becomes U+FFFD. */
export function fromByteString(bytes: ByteString): string {
  if (!notPlain.test(bytes)) return bytes;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const [point, length] = decodePoint(bytes, at);
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

/** The code point at `at` and how many bytes it took; U+FFFD and 1 where the bytes are not UTF-8. */
function decodePoint(bytes: ByteString, at: number): readonly [point: number, length: number] {
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return [first, 1];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return [0xfffd, 1];
  let point = first & (0x7f >> length);
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes.charCodeAt(next);
    if ((byte & 0xc0) !== 0x80) return [0xfffd, 1];
    point = (point << 6) | (byte & 0x3f);
  }
  const isTooLong = point < (length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80);
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return isTooLong || isSurrogate || point > 0x10ffff ? [0xfffd, 1] : [point, length];
}

/** The byte string of some bytes. */
export function byteStringOf(bytes: Uint8Array): ByteString {
  // Arguments of one call are bounded by the engine's stack, so long input goes in slices.
  if (bytes.length <= 4096) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += byteStringOf(bytes.subarray(at, at + 4096));
  }
  return text;
}

/** The bytes of a byte string. */
export function bytesOf(text: ByteString): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * Lower-cases A to Z and leaves the rest alone.
 *
 * @remarks Replicas may run different engines, whose Unicode tables differ; ASCII does not.
 */
export function foldCase(text: string): string {
  return upperCase.test(text)
    ? text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32))
    : text;
}

/**
 * A table key of names that are equal whatever their case. Parts end in NUL, which no name may
 * contain, so that the key of the first parts is a prefix of exactly the keys that begin with them.
 */
export function tableKey(...names: readonly string[]): ByteString {
  let key = '';
  for (const name of names) key += `${toByteString(foldCase(name))}\0`;
  return key;
}
