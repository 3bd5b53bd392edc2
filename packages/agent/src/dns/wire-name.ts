import { Buffer } from 'node:buffer';

/** Longest label on the wire. Source: RFC 1035 section 2.3.4. */
export const LABEL_BYTES_MAX = 63;

/** Longest name on the wire, its root included. Source: RFC 1035 section 2.3.4. */
const NAME_BYTES_MAX = 255;

/** Labels of a name, the root's empty one left out. */
export function labelsOf(name: string): string[] {
  return name.split('.').filter((label) => label !== '');
}

/** Whether a name has a form on the wire. */
export function isEncodableName(name: string): boolean {
  if (/\.\./.test(name) || (name.startsWith('.') && name !== '.')) return false;
  let bytes = 1;
  for (const label of labelsOf(name)) {
    const labelBytes = Buffer.byteLength(label);
    if (labelBytes > LABEL_BYTES_MAX) return false;
    bytes += labelBytes + 1;
  }
  return bytes <= NAME_BYTES_MAX;
}

/** A name without compression. */
export function encodeName(name: string): Uint8Array {
  const parts = labelsOf(name).flatMap((label) => {
    const bytes = Buffer.from(label);
    return [Buffer.of(bytes.length), bytes];
  });
  return Buffer.concat([...parts, Buffer.of(0)]);
}
