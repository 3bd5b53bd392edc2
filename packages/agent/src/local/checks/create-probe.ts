import type { CheckDefinition as CheckRegistration } from '../../config/definitions.js';
import { createGrpcProbe } from './grpc-probe.js';
import { createH2PingProbe } from './h2ping-probe.js';
import { createHttpProbe } from './http-probe.js';
import type { Probe } from './probe.js';
import { parseGrpcAddress, parseProbeAddress } from './probe-target.js';
import { createScriptProbe } from './script-probe.js';
import { createTcpProbe, type ProbeTls } from './tcp-probe.js';
import { createUdpProbe } from './udp-probe.js';

/**
 * What looks at a check's subject, or undefined of a check that looks at nothing.
 *
 * @param outputBytesMax how much of an answer's end is kept.
 */
export function createProbe(check: CheckRegistration, outputBytesMax: number): Probe | undefined {
  if (check.http !== undefined) return httpProbeOf(check, check.http, outputBytesMax);
  if (check.args !== undefined) return createScriptProbe(check.args, outputBytesMax);
  const tls = tlsOf(check);
  if (check.grpc !== undefined) {
    const target = parseGrpcAddress(check.grpc);
    const usedTls = check.grpcUseTls === true ? tls : undefined;
    return target === undefined ? undefined : createGrpcProbe({ ...target, tls: usedTls });
  }
  const target = parseProbeAddress(check.tcp ?? check.udp ?? check.h2ping ?? '');
  if (target === undefined) return undefined;
  if (check.tcp !== undefined) {
    return createTcpProbe(target, check.tcpUseTls === true ? tls : undefined);
  }
  if (check.udp !== undefined) return createUdpProbe(target);
  // Unlike the others, HTTP/2 is checked over TLS unless that is turned off.
  return createH2PingProbe(target, check.h2pingUseTls === false ? undefined : tls);
}

function httpProbeOf(check: CheckRegistration, url: string, outputBytesMax: number): Probe {
  return createHttpProbe({
    url,
    method: check.method ?? '',
    header: check.header ?? {},
    body: check.body ?? '',
    followsRedirects: !(check.disableRedirects ?? false),
    tls: tlsOf(check),
    outputBytesMax,
  });
}

function tlsOf({ tlsSkipVerify, tlsServerName }: CheckRegistration): ProbeTls {
  return { skipsVerification: tlsSkipVerify ?? false, serverName: tlsServerName ?? '' };
}
