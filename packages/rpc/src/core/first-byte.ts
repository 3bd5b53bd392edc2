/** TLS follows, and inside it another first byte. */
export const TLS_BYTE = 0x03;

/** Our own protocols follow, each introduced by a hello. */
export const KONSUL_BYTE = 0x4b;

/** What the first byte of a connection asks for. */
export type FirstByte = 'tls' | 'konsul' | 'reserved' | 'unknown';

/** The largest of the first bytes that Consul gives a meaning to. */
const RESERVED_BYTE_MAX = 0x09;

/**
 * Classifies the first byte of a connection. Consul's own bytes, 0x00 to 0x09 except TLS, are
 * reserved: a bridge to Consul's servers may claim them without another port.
 */
export function classifyFirstByte(byte: number): FirstByte {
  if (byte === TLS_BYTE) return 'tls';
  if (byte === KONSUL_BYTE) return 'konsul';
  return byte <= RESERVED_BYTE_MAX ? 'reserved' : 'unknown';
}
