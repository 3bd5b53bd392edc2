/** Bytes of UTF-8 a member's name may take, so that what is said of it fits into any packet. */
export const NAME_BYTES_MAX = 255;

/** In UTF-8 a UTF-16 unit takes at most this many bytes. */
const UNIT_BYTES_MAX = 3;

/** Whether a member may have this name: 1 to {@link NAME_BYTES_MAX} bytes of UTF-8. */
export function isMemberName(name: string): boolean {
  if (name.length * UNIT_BYTES_MAX <= NAME_BYTES_MAX) return name !== '';
  if (name.length > NAME_BYTES_MAX) return false;
  let bytes = 0;
  for (const character of name) bytes += utf8Bytes(character.codePointAt(0) ?? 0);
  return bytes <= NAME_BYTES_MAX;
}

function utf8Bytes(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
