import type { Clock, Endpoint, Rng } from '@konsul/runtime';
import { parseEndpoint } from '@konsul/runtime';
import type { CheckDefinition as CheckRegistration } from '../../config/definitions.js';
import { createHttpProbe } from './http-probe.js';
import { PeriodicCheck } from './periodic-check.js';
import type { CheckRunner, Probe, ReportResult } from './probe.js';
import { createTcpProbe, type ProbeTls } from './tcp-probe.js';
import { TtlCheck } from './ttl-check.js';

const DEFAULT_TIMEOUT_MS = 10_000;

/** What a check needs to run on. */
export interface RunnerContext {
  readonly clock: Clock;
  readonly rng: Rng;
  readonly outputBytesMax: number;
  readonly report: ReportResult;
  /** The check's output now. */
  readonly lastOutput: () => string;
  /** What is left of a TTL check's time; absent: all. */
  readonly remainingMs?: number;
}

/** What keeps a check up to date, or undefined where nothing does, as with maintenance. */
export function createRunner(
  registration: CheckRegistration,
  context: RunnerContext,
): CheckRunner | undefined {
  const { ttlMs } = registration;
  if (ttlMs !== undefined) return new TtlCheck({ ...context, ttlMs });
  const probe = createProbe(registration, context.outputBytesMax);
  if (probe === undefined) return undefined;
  const critical = registration.failuresBeforeCritical ?? 0;
  return new PeriodicCheck({
    probe,
    intervalMs: registration.intervalMs ?? 0,
    timeoutMs: positive(registration.timeoutMs) ?? DEFAULT_TIMEOUT_MS,
    thresholds: {
      successBeforePassing: registration.successBeforePassing ?? 0,
      failuresBeforeWarning: positive(registration.failuresBeforeWarning) ?? critical,
      failuresBeforeCritical: critical,
    },
    clock: context.clock,
    rng: context.rng,
    report: context.report,
  });
}

function createProbe(registration: CheckRegistration, outputBytesMax: number): Probe | undefined {
  const { http, tcp } = registration;
  const tls = tlsOf(registration);
  if (http !== undefined) {
    return createHttpProbe({
      url: http,
      method: registration.method ?? '',
      header: registration.header ?? {},
      body: registration.body ?? '',
      followsRedirects: !(registration.disableRedirects ?? false),
      tls,
      outputBytesMax,
    });
  }
  if (tcp !== undefined) {
    return createTcpProbe(targetOf(tcp), registration.tcpUseTls === true ? tls : undefined);
  }
  return undefined;
}

function tlsOf({ tlsSkipVerify, tlsServerName }: CheckRegistration): ProbeTls {
  return { skipsVerification: tlsSkipVerify ?? false, serverName: tlsServerName ?? '' };
}

function targetOf(address: string): Endpoint {
  return parseEndpoint(address, 0) ?? { host: address, port: 0 };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}
