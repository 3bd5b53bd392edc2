import type { Socket } from 'node:net';
import type { Endpoint } from '../core/endpoint.js';
import type { ByteStream, ByteStreamHandlers } from '../transport.js';

/**
 * A TCP or TLS socket as a {@link ByteStream}. Writes of one turn are corked together, so they
 * leave in one system call.
 */
export function socketStream(socket: Socket, remote: Endpoint): ByteStream {
  let isCorked = false;
  socket.setNoDelay(true);
  socket.pause();

  const uncork = (): void => {
    isCorked = false;
    socket.uncork();
  };

  return {
    remote,
    get bufferedBytes(): number {
      return socket.writableLength;
    },
    setHandlers(handlers: ByteStreamHandlers): void {
      attachHandlers(socket, handlers);
      socket.resume();
    },
    write(bytes: Uint8Array): boolean {
      if (socket.destroyed || socket.writableEnded) return false;
      if (!isCorked) {
        isCorked = true;
        socket.cork();
        process.nextTick(uncork);
      }
      return socket.write(bytes);
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    end: () => void socket.end(),
    destroy: () => void socket.destroy(),
  };
}

function attachHandlers(socket: Socket, handlers: ByteStreamHandlers): void {
  let failure: Error | undefined;
  socket.on('data', handlers.data);
  if (handlers.end !== undefined) socket.on('end', handlers.end);
  if (handlers.drain !== undefined) socket.on('drain', handlers.drain);
  socket.on('error', (error) => {
    failure = error;
  });
  // A failure from before there were handlers is kept by the socket.
  const close = (): void => handlers.close?.(failure ?? socket.errored ?? undefined);
  if (socket.destroyed) process.nextTick(close);
  else socket.once('close', close);
}
