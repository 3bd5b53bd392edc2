import { Buffer } from 'node:buffer';
import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Which record an address belongs in; undefined for a host name. */
export function addressType(text: string): 'A' | 'AAAA' | undefined {
  if (isIPv4(text)) return 'A';
  // A zone such as `%eth0` means something on one machine only.
  if (!isIPv6(text) || text.includes('%')) return undefined;
  return ipaddr.process(text).kind() === 'ipv4' ? 'A' : 'AAAA';
}

/** 4 or 16 bytes; an IPv6 address that stands for an IPv4 one gives 4. */
export function addressBytes(text: string): Uint8Array {
  // The commonest form by far, and the parser is made for all others too.
  if (isIPv4(text)) return Uint8Array.from(text.split('.'), Number);
  return Uint8Array.from(ipaddr.process(text).toByteArray());
}

/** 8 or 32 hexadecimal digits. */
export function addressHex(text: string): string {
  return Buffer.from(addressBytes(text)).toString('hex');
}

/** The address of 8 or 32 hexadecimal digits, or undefined for other lengths. */
export function addressOfHex(hex: string): string | undefined {
  if (hex.length !== 8 && hex.length !== 32) return undefined;
  return ipaddr.fromByteArray([...Buffer.from(hex, 'hex')]).toString();
}

/**
 * The address of a reverse name, or undefined.
 *
 * Source: RFC 1035 section 3.5, RFC 3596 section 2.5.
 */
export function addressOfReverseName(labels: readonly string[]): string | undefined {
  const zone = labels.slice(-2).join('.').toLowerCase();
  const parts = labels.slice(0, -2).reverse();
  if (zone === 'in-addr.arpa') {
    const text = parts.join('.');
    return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
      ? text
      : undefined;
  }
  if (zone !== 'ip6.arpa') return undefined;
  const hex = parts.join('');
  return parts.length === 32 && /^[0-9a-f]{32}$/i.test(hex) ? addressOfHex(hex) : undefined;
}
