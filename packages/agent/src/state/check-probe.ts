import type { CheckProbe } from './domain.js';

/** Of a check that says nothing of how it is made. */
export const emptyCheckProbe: CheckProbe = {
  http: '',
  method: '',
  body: '',
  header: {},
  tcp: '',
  udp: '',
  grpc: '',
  tlsServerName: '',
  tlsSkipVerify: false,
  intervalMs: 0,
  timeoutMs: 0,
  deregisterCriticalServiceAfterMs: 0,
};
