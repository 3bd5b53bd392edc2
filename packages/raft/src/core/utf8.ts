/** Appends the UTF-8 form of `text`; a lone surrogate becomes U+FFFD. */
export function pushUtf8(bytes: number[], text: string): void {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    pushCodePoint(bytes, isSurrogate ? 0xfffd : codePoint);
  }
}

function pushCodePoint(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
  else if (code < 0x10000) {
    bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  } else {
    bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
    bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
}

/** How many bytes follow a lead byte, or undefined when it is none. */
function continuationCount(lead: number): number | undefined {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead < 0xe0) return 1;
  if (lead >= 0xe0 && lead < 0xf0) return 2;
  return lead >= 0xf0 && lead < 0xf5 ? 3 : undefined;
}

const codePointMin = [0, 0x80, 0x800, 0x10000];

/** Reads UTF-8 strictly. @returns undefined when the bytes are not valid UTF-8. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  let position = 0;
  while (position < bytes.length) {
    const lead = bytes[position] ?? 0;
    const count = continuationCount(lead);
    if (count === undefined || position + count >= bytes.length) return undefined;
    let code = count === 0 ? lead : lead & (0x3f >> count);
    for (let offset = 1; offset <= count; offset += 1) {
      const next = bytes[position + offset] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < (codePointMin[count] ?? 0) || code > 0x10ffff || isSurrogate) return undefined;
    text += String.fromCodePoint(code);
    position += count + 1;
  }
  return text;
}
