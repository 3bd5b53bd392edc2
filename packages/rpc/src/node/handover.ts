import type { Socket } from 'node:net';

/** Silence after which the system itself tests a connection, in milliseconds. */
const SYSTEM_KEEP_ALIVE_MS = 15_000;

/** Sets a new socket up; errors reach its owner through `close` and are never fatal. */
export function prepareSocket(socket: Socket): void {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, SYSTEM_KEEP_ALIVE_MS);
  socket.on('error', () => undefined);
}

/**
 * Gives a socket whose first bytes have been read to the next reader: stops reading and puts back
 * what was read too far.
 */
export function stopReading(
  socket: Socket,
  onData: (bytes: Buffer) => void,
  rest: Uint8Array,
): void {
  socket.off('data', onData);
  socket.pause();
  if (rest.length > 0) socket.unshift(rest);
}
