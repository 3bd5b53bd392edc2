import { z } from 'zod';
import {
  type CheckDefinition,
  type CheckStatus,
  checkDefinitionProblem,
  type ServiceAddress,
  type ServiceDefinition,
} from '../definitions.js';
import { type Fragment, section } from './section.js';
import {
  blocks,
  durationMs,
  flag,
  mapOf,
  oneOf,
  secret,
  text,
  textLike,
  textMap,
  texts,
  whole,
} from './values.js';

const status = (): z.ZodType<CheckStatus> => oneOf('passing', 'warning', 'critical');

const checkFields: z.ZodType<Fragment<CheckDefinition>> = section<CheckDefinition>({
  id: ['id', text()],
  check_id: ['id', text()],
  name: ['name', text()],
  notes: ['notes', text()],
  service_id: ['serviceId', text()],
  status: ['status', status()],
  token: ['token', secret()],
  ttl: ['ttlMs', durationMs()],
  http: ['http', textLike(/^https?:\/\/./i, 'an http or https URL')],
  method: ['method', text()],
  header: ['header', mapOf(texts())],
  body: ['body', text()],
  disable_redirects: ['disableRedirects', flag()],
  tls_skip_verify: ['tlsSkipVerify', flag()],
  tls_server_name: ['tlsServerName', text()],
  tcp: ['tcp', text()],
  tcp_use_tls: ['tcpUseTls', flag()],
  udp: ['udp', text()],
  grpc: ['grpc', text()],
  grpc_use_tls: ['grpcUseTls', flag()],
  h2ping: ['h2ping', text()],
  h2ping_use_tls: ['h2pingUseTls', flag()],
  args: ['args', texts()],
  script_args: ['args', texts()],
  docker_container_id: ['dockerContainerId', text()],
  shell: ['shell', text()],
  alias_node: ['aliasNode', text()],
  alias_service: ['aliasService', text()],
  interval: ['intervalMs', durationMs()],
  timeout: ['timeoutMs', durationMs()],
  success_before_passing: ['successBeforePassing', whole(0, 10_000)],
  failures_before_warning: ['failuresBeforeWarning', whole(0, 10_000)],
  failures_before_critical: ['failuresBeforeCritical', whole(0, 10_000)],
  deregister_critical_service_after: ['deregisterCriticalServiceAfterMs', durationMs()],
  output_max_size: ['outputBytesMax', whole(1, 1_048_576)],
});

const check: z.ZodType<CheckDefinition> = checkFields.superRefine((definition, context) => {
  const problem = checkDefinitionProblem(definition);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const nodeCheck: z.ZodType<CheckDefinition> = check.superRefine((definition, context) => {
  if ((definition.name ?? '') === '') {
    context.addIssue({ code: 'custom', message: 'must have a name' });
  }
});

/** Checks of the node, or of a service that they name. */
export const checks: z.ZodType<readonly CheckDefinition[]> = blocks(nodeCheck);

const taggedAddress: z.ZodType<ServiceAddress> = section<ServiceAddress>({
  address: ['address', text()],
  port: ['port', whole(0, 65_535)],
}).transform((parts) => ({ address: '', ...parts }));

const META_PAIR_COUNT_MAX = 64;

/** At most 64 pairs; keys as Consul allows them. */
export const meta: z.ZodType<Readonly<Record<string, string>>> = textMap().superRefine(
  (pairs, context) => {
    const entries = Object.entries(pairs);
    if (entries.length > META_PAIR_COUNT_MAX) {
      const message = `must have at most ${META_PAIR_COUNT_MAX} pairs, got ${entries.length}`;
      context.addIssue({ code: 'custom', message });
    }
    for (const [key, entry] of entries) {
      if (!/^[A-Za-z0-9_-]{1,128}$/.test(key) || key.startsWith('consul-')) {
        const message = `key ${JSON.stringify(key)} must be 1 to 128 of A-Z a-z 0-9 _ - and not begin with consul-`;
        context.addIssue({ code: 'custom', message });
      }
      if (entry.length > 512) {
        const message = `value of ${JSON.stringify(key)} must have at most 512 characters, got ${entry.length}`;
        context.addIssue({ code: 'custom', message });
      }
    }
  },
);

const service: z.ZodType<ServiceDefinition> = section<ServiceDefinition>({
  id: ['id', text()],
  name: ['name', text()],
  tags: ['tags', texts()],
  address: ['address', text()],
  port: ['port', whole(0, 65_535)],
  socket_path: ['socketPath', text()],
  tagged_addresses: ['taggedAddresses', mapOf(taggedAddress)],
  meta: ['meta', meta],
  weights: [
    'weights',
    section<{ readonly passing: number; readonly warning: number }>({
      passing: ['passing', whole(1, 65_535)],
      warning: ['warning', whole(0, 65_535)],
    }),
  ],
  enable_tag_override: ['enableTagOverride', flag()],
  token: ['token', secret()],
  check: ['checks', blocks(check)],
  checks: ['checks', blocks(check)],
}).transform((definition, context): ServiceDefinition => {
  if (definition.name !== undefined && definition.name !== '') {
    return { ...definition, name: definition.name };
  }
  context.issues.push({ code: 'custom', input: definition, message: 'must have a name' });
  return z.NEVER;
});

/** Services of this machine. */
export const services: z.ZodType<readonly ServiceDefinition[]> = blocks(service);
