/** Incarnations and sequence numbers end here. */
export const UINT32_MAX = 0xffff_ffff;

/** Ports end here. */
export const PORT_MAX = 0xffff;

/** An IPv4 or IPv6 address by its length, the only thing that can be wrong with one. */
export function isAddress(bytes: Uint8Array): boolean {
  return bytes.length === 4 || bytes.length === 16;
}
