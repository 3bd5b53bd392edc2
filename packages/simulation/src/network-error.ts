import { type Endpoint, formatEndpoint } from '@konsul/runtime';

/** The codes by which Node's sockets fail, and therefore these. */
export type NetworkErrorCode =
  | 'ECONNREFUSED'
  | 'ECONNRESET'
  | 'ETIMEDOUT'
  | 'EADDRINUSE'
  | 'ECONNABORTED'
  | 'ENOBUFS';

/** An error as the sockets of the machine would raise it, recognised by its code. */
export function networkError(code: NetworkErrorCode, message: string): Error {
  return Object.assign(new Error(message), { code });
}

export function addressInUse(host: string, port: number): Error {
  return networkError('EADDRINUSE', `listen EADDRINUSE: ${formatEndpoint({ host, port })}`);
}

export function connectionRefused(to: Endpoint): Error {
  return networkError('ECONNREFUSED', `connect ECONNREFUSED ${formatEndpoint(to)}`);
}

export function dialTimedOut(to: Endpoint): Error {
  return networkError('ETIMEDOUT', `dial tcp ${formatEndpoint(to)}: i/o timeout`);
}

export function transportClosed(): Error {
  return networkError('ECONNABORTED', 'transport is closed');
}
