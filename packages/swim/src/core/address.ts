import type { AddressBytes } from './messages.js';

const V4_BYTES = 4;
const V6_BYTES = 16;
const V6_GROUPS = 8;

/** An address is 4 or 16 bytes; anything else is no address. */
export function isAddress(bytes: AddressBytes): boolean {
  return bytes.length === V4_BYTES || bytes.length === V6_BYTES;
}

/** The 16-byte form: IPv4 becomes v4-mapped IPv6. */
export function expandAddress(bytes: AddressBytes): Uint8Array {
  if (bytes.length !== V4_BYTES) return bytes;
  const expanded = new Uint8Array(V6_BYTES);
  expanded[10] = 0xff;
  expanded[11] = 0xff;
  expanded.set(bytes, 12);
  return expanded;
}

/**
 * Whether two addresses mean the same place. The 4-byte and the v4-mapped form of one IPv4 address
 * do, because members bound to a wildcard announce the long form.
 */
export function isSameAddress(left: AddressBytes, right: AddressBytes): boolean {
  if (left.length === right.length) return isSameBytes(left, right);
  return isSameBytes(expandAddress(left), expandAddress(right));
}

/** Whether two byte strings are equal. */
export function isSameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}

/** Text form: dotted for IPv4 and its mapped form, else as RFC 5952 recommends. */
export function formatAddress(bytes: AddressBytes): string {
  if (bytes.length === V4_BYTES) return bytes.join('.');
  if (isV4Mapped(bytes)) return bytes.subarray(12).join('.');
  return formatIpv6(bytes);
}

/** @returns 4 or 16 bytes, or undefined when the text is no IP address. A zone is ignored. */
export function parseAddress(text: string): AddressBytes | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function isV4Mapped(bytes: AddressBytes): boolean {
  for (let index = 0; index < 10; index += 1) {
    if (bytes[index] !== 0) return false;
  }
  return bytes[10] === 0xff && bytes[11] === 0xff;
}

function formatIpv6(bytes: AddressBytes): string {
  const groups: number[] = [];
  for (let index = 0; index < V6_GROUPS; index += 1) {
    groups.push(((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0));
  }
  const zeros = longestZeroRun(groups);
  const text = (part: number[]): string => part.map((group) => group.toString(16)).join(':');
  if (zeros.length < 2) return text(groups);
  return `${text(groups.slice(0, zeros.start))}::${text(groups.slice(zeros.start + zeros.length))}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index <= groups.length; index += 1) {
    if (groups[index] === 0) continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  return best;
}

function parseIpv4(text: string): AddressBytes | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1).map(Number);
  return parts.some((part) => part > 255) ? undefined : Uint8Array.from(parts);
}

function parseIpv6(text: string): AddressBytes | undefined {
  const withoutZone = text.split('%', 1)[0] ?? '';
  const halves = withoutZone.split('::');
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0] ?? '');
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '') : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = V6_GROUPS - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

/** Groups of one side of `::`; a dotted quad at its end counts as two. */
function parseGroups(text: string): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (part.includes('.') && index === parts.length - 1) {
      const quad = parseIpv4(part);
      if (quad === undefined) return undefined;
      groups.push(((quad[0] ?? 0) << 8) | (quad[1] ?? 0), ((quad[2] ?? 0) << 8) | (quad[3] ?? 0));
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      groups.push(Number.parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return groups;
}
