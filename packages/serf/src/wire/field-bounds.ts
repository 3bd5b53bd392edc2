/** Greatest Lamport time that can be read, and counted on from, without loss of precision. */
export const LAMPORT_TIME_MAX: number = Number.MAX_SAFE_INTEGER - 1;
export const UINT32_MAX = 0xffffffff;
export const PORT_MAX = 0xffff;
export const BYTE_MAX = 0xff;
export const NO_BYTES: Uint8Array = new Uint8Array(0);

/** Whether bytes can be an IP address. */
export function isAddress(bytes: Uint8Array): boolean {
  return bytes.length === 4 || bytes.length === 16;
}
