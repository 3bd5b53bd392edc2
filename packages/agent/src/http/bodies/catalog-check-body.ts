import { emptyCheckProbe } from '../../state/check-probe.js';
import type { CheckDefinition } from '../../state/domain.js';
import {
  alias,
  converted,
  durationMs,
  ignored,
  type JsonReader,
  onlyDefault,
  optional,
  record,
  text,
  whole,
} from '../json-decode.js';
import { probeFields, statusOf } from './check-body.js';

/** How the check is made; kept for external monitors, so kinds that the catalogue does not keep go. */
const catalogProbe = record({
  ...probeFields,
  Interval: alias(durationMs, 'IntervalDuration'),
  Timeout: alias(durationMs, 'TimeoutDuration'),
  DeregisterCriticalServiceAfter: alias(durationMs, 'DeregisterCriticalServiceAfterDuration'),
  TCPUseTLS: ignored,
  H2PING: ignored,
  H2PingUseTLS: ignored,
  GRPCUseTLS: ignored,
  OSService: ignored,
  DisableRedirects: ignored,
  ScriptArgs: ignored,
  DockerContainerID: ignored,
  Shell: ignored,
  AliasNode: ignored,
  AliasService: ignored,
  TTL: ignored,
});

const catalogCheck = record({
  Node: text,
  CheckID: alias(text, 'ID'),
  Name: text,
  Status: text,
  Notes: text,
  Output: text,
  ServiceID: text,
  Type: text,
  Interval: text,
  Timeout: text,
  ExposedPort: whole,
  Definition: catalogProbe,
  ServiceName: ignored,
  ServiceTags: ignored,
  CreateIndex: ignored,
  ModifyIndex: ignored,
  PeerName: onlyDefault,
  Namespace: onlyDefault,
  Partition: onlyDefault,
});

/** A check as it is put into the catalogue; undefined where there is none. */
export const catalogCheckBody: JsonReader<CheckDefinition | undefined> = optional(
  converted(catalogCheck, catalogCheckOf),
);

function catalogCheckOf(body: (typeof catalogCheck)['zero']): CheckDefinition {
  const { Definition: probe } = body;
  return {
    node: body.Node,
    checkId: body.CheckID || body.Name,
    name: body.Name,
    status: statusOf(body.Status, `Invalid check status: '${body.Status}'`) ?? 'critical',
    notes: body.Notes,
    output: body.Output,
    serviceId: body.ServiceID,
    type: body.Type,
    interval: body.Interval,
    timeout: body.Timeout,
    exposedPort: body.ExposedPort,
    probe: {
      ...emptyCheckProbe,
      http: probe.HTTP,
      method: probe.Method,
      body: probe.Body,
      header: probe.Header,
      tcp: probe.TCP,
      udp: probe.UDP,
      grpc: probe.GRPC,
      tlsServerName: probe.TLSServerName,
      tlsSkipVerify: probe.TLSSkipVerify,
      intervalMs: probe.Interval,
      timeoutMs: probe.Timeout,
      deregisterCriticalServiceAfterMs: probe.DeregisterCriticalServiceAfter,
    },
  };
}
