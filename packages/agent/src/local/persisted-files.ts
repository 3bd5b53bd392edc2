import { z } from 'zod';
import type { CheckDefinition as CheckRegistration } from '../config/definitions.js';
import type { CheckStatus, ServiceDefinition } from '../state/domain.js';
import type { Origin } from './records.js';

/** Files of a later format are left alone. */
const FORMAT_VERSION = 1;

/** A service as it is kept on disk. */
export interface PersistedService {
  readonly service: ServiceDefinition;
  readonly token: string;
}

/** What a TTL check's owner last said. */
export interface PersistedTtlState {
  readonly status: CheckStatus;
  readonly output: string;
  /** Wall clock; after it, what was said holds no longer. */
  readonly expiresAtWallMs: number;
}

/** A check as it is kept on disk. */
export interface PersistedCheck {
  readonly registration: CheckRegistration;
  /** Of a check from a configuration file only the TTL state is used. */
  readonly origin: Origin;
  readonly token: string;
  readonly ttlState?: PersistedTtlState;
}

const status: z.ZodType<CheckStatus> = z.enum(['passing', 'warning', 'critical']);
const texts: z.ZodType<string[]> = z.array(z.string());
const textMap: z.ZodType<Record<string, string>> = z.record(z.string(), z.string());
const count: z.ZodType<number> = z.number().nonnegative();
const optionalText: z.ZodExactOptional<z.ZodString> = z.string().exactOptional();
const optionalFlag: z.ZodExactOptional<z.ZodBoolean> = z.boolean().exactOptional();
const optionalCount: z.ZodExactOptional<z.ZodType<number>> = z.exactOptional(count);

const service: z.ZodType<ServiceDefinition> = z.strictObject({
  id: z.string().min(1),
  service: z.string().min(1),
  kind: z.string(),
  tags: texts,
  address: z.string(),
  taggedAddresses: z.record(z.string(), z.strictObject({ address: z.string(), port: count })),
  meta: textMap,
  port: count,
  socketPath: z.string(),
  weights: z.strictObject({ passing: count, warning: count }),
  enableTagOverride: z.boolean(),
});

const registration: z.ZodType<CheckRegistration> = z.strictObject({
  id: z.string().min(1),
  name: optionalText,
  notes: optionalText,
  serviceId: optionalText,
  status: z.exactOptional(status),
  token: optionalText,
  ttlMs: optionalCount,
  http: optionalText,
  method: optionalText,
  header: z.exactOptional(z.record(z.string(), texts)),
  body: optionalText,
  disableRedirects: optionalFlag,
  tlsSkipVerify: optionalFlag,
  tlsServerName: optionalText,
  tcp: optionalText,
  tcpUseTls: optionalFlag,
  udp: optionalText,
  grpc: optionalText,
  grpcUseTls: optionalFlag,
  h2ping: optionalText,
  h2pingUseTls: optionalFlag,
  args: z.exactOptional(texts),
  dockerContainerId: optionalText,
  shell: optionalText,
  aliasNode: optionalText,
  aliasService: optionalText,
  intervalMs: optionalCount,
  timeoutMs: optionalCount,
  successBeforePassing: optionalCount,
  failuresBeforeWarning: optionalCount,
  failuresBeforeCritical: optionalCount,
  deregisterCriticalServiceAfterMs: optionalCount,
  outputBytesMax: optionalCount,
});

const formatVersion: z.ZodType<number> = z.literal(FORMAT_VERSION);

const serviceFile: z.ZodType<PersistedService> = z.object({
  formatVersion,
  service,
  token: z.string(),
});

const checkFile: z.ZodType<PersistedCheck> = z.object({
  formatVersion,
  registration,
  origin: z.enum(['api', 'file']),
  token: z.string(),
  ttlState: z.exactOptional(
    z.strictObject({ status, output: z.string(), expiresAtWallMs: z.number() }),
  ),
});

/** The bytes of a file for a service or a check. */
export function writePersisted(content: PersistedService | PersistedCheck): Uint8Array {
  const text = JSON.stringify({ formatVersion: FORMAT_VERSION, ...content }, undefined, 2);
  return new TextEncoder().encode(`${text}\n`);
}

/** @throws an Error that says what is wrong with the file. */
export function readPersistedService(bytes: Uint8Array): PersistedService {
  return read(serviceFile, bytes);
}

/** @throws an Error that says what is wrong with the file. */
export function readPersistedCheck(bytes: Uint8Array): PersistedCheck {
  return read(checkFile, bytes);
}

function read<Content>(schema: z.ZodType<Content>, bytes: Uint8Array): Content {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return parsed.data;
}
