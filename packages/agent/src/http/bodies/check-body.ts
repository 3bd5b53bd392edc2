import type { CheckDefinition as CheckRegistration } from '../../config/definitions.js';
import type { CheckStatus } from '../../state/domain.js';
import { HttpError } from '../http-error.js';
import {
  alias,
  converted,
  durationMs,
  flag,
  type JsonReader,
  list,
  mapOf,
  onlyDefault,
  record,
  text,
  unsupported,
  whole,
} from '../json-decode.js';

interface ProbeFields {
  readonly HTTP: JsonReader<string>;
  readonly Method: JsonReader<string>;
  readonly Header: JsonReader<Readonly<Record<string, readonly string[]>>>;
  readonly Body: JsonReader<string>;
  readonly TCP: JsonReader<string>;
  readonly UDP: JsonReader<string>;
  readonly GRPC: JsonReader<string>;
  readonly TLSServerName: JsonReader<string>;
  readonly TLSSkipVerify: JsonReader<boolean>;
  readonly DeregisterCriticalServiceAfter: JsonReader<number>;
}

/** How a check is made, in whatever body it is described. */
export const probeFields: ProbeFields = {
  HTTP: text,
  Method: text,
  Header: mapOf(list(text)),
  Body: text,
  TCP: text,
  UDP: text,
  GRPC: text,
  TLSServerName: text,
  TLSSkipVerify: flag,
  DeregisterCriticalServiceAfter: durationMs,
};

const agentCheck = record({
  ...probeFields,
  ID: alias(text, 'CheckID'),
  Name: text,
  Notes: text,
  ServiceID: text,
  Status: text,
  Token: text,
  Interval: durationMs,
  Timeout: durationMs,
  TTL: durationMs,
  DisableRedirects: flag,
  TCPUseTLS: flag,
  GRPCUseTLS: flag,
  H2PING: text,
  H2PingUseTLS: flag,
  ScriptArgs: alias(list(text), 'Args'),
  DockerContainerID: text,
  Shell: text,
  AliasNode: text,
  AliasService: text,
  SuccessBeforePassing: whole,
  FailuresBeforeWarning: whole,
  FailuresBeforeCritical: whole,
  OutputMaxSize: whole,
  OSService: unsupported,
  ProxyHTTP: unsupported,
  ProxyGRPC: unsupported,
  Namespace: onlyDefault,
  Partition: onlyDefault,
});

type AgentCheckBody = (typeof agentCheck)['zero'];

/** A check of this machine, in a body of its own. */
export const checkRegistrationBody: JsonReader<CheckRegistration> =
  registrationReader('Bad check status');

/** A check of a service, within the service's body. */
export const serviceCheckBody: JsonReader<CheckRegistration> = registrationReader(
  "Status for checks must 'passing', 'warning', 'critical'",
);

function registrationReader(statusRefusal: string): JsonReader<CheckRegistration> {
  return converted(agentCheck, (body) =>
    registrationOf(body, statusOf(body.Status, statusRefusal)),
  );
}

/** What a TTL check's owner reports. */
export const ttlReportBody: JsonReader<{ readonly Status: string; readonly Output: string }> =
  record({ Status: text, Output: text });

/**
 * Reads a status.
 *
 * @returns undefined for the empty one.
 * @throws HttpError 400 with this text for one that does not exist.
 */
export function statusOf(status: string, refusal: string): CheckStatus | undefined {
  switch (status) {
    case '':
      return undefined;
    case 'passing':
    case 'warning':
    case 'critical':
      return status;
    default:
      throw new HttpError(400, refusal);
  }
}

function registrationOf(body: AgentCheckBody, status: CheckStatus | undefined): CheckRegistration {
  const given = {
    id: body.ID,
    name: body.Name,
    notes: body.Notes,
    serviceId: body.ServiceID,
    status,
    token: body.Token,
    ttlMs: body.TTL,
    http: body.HTTP,
    method: body.Method,
    header: body.Header,
    body: body.Body,
    disableRedirects: body.DisableRedirects,
    tlsSkipVerify: body.TLSSkipVerify,
    tlsServerName: body.TLSServerName,
    tcp: body.TCP,
    tcpUseTls: body.TCPUseTLS,
    udp: body.UDP,
    grpc: body.GRPC,
    grpcUseTls: body.GRPCUseTLS,
    h2ping: body.H2PING,
    h2pingUseTls: body.H2PingUseTLS,
    args: body.ScriptArgs,
    dockerContainerId: body.DockerContainerID,
    shell: body.Shell,
    aliasNode: body.AliasNode,
    aliasService: body.AliasService,
    intervalMs: body.Interval,
    timeoutMs: body.Timeout,
    successBeforePassing: body.SuccessBeforePassing,
    failuresBeforeWarning: body.FailuresBeforeWarning,
    failuresBeforeCritical: body.FailuresBeforeCritical,
    deregisterCriticalServiceAfterMs: body.DeregisterCriticalServiceAfter,
    outputBytesMax: body.OutputMaxSize,
  };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => isSaid(value)));
  // A check without any kind is one whose owner reports, and then the missing TTL is what is wrong.
  return hasKind(body) ? said : { ...said, ttlMs: body.TTL };
}

function hasKind(body: AgentCheckBody): boolean {
  const { HTTP, TCP, UDP, GRPC, H2PING, ScriptArgs, AliasNode, AliasService } = body;
  return (
    ScriptArgs.length > 0 ||
    [HTTP, TCP, UDP, GRPC, H2PING, AliasNode, AliasService].some((kind) => kind !== '')
  );
}

/** In these bodies the empty value says nothing. */
function isSaid(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== '' && value !== 0 && value !== false;
}
