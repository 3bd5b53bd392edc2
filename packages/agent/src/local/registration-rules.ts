import {
  type CheckDefinition as CheckRegistration,
  checkDefinitionProblem,
} from '../config/definitions.js';
import { tableKey } from '../state/byte-string.js';
import { serfCheckId } from '../state/checks.js';
import type { CheckStatus, ServiceDefinition, TextMap } from '../state/domain.js';
import { targetProblem } from './checks/probe-target.js';

/** The service under which servers stand in the catalogue; it is theirs alone. */
export const SERVER_SERVICE_ID = 'consul';

const META_PAIR_COUNT_MAX = 64;
const META_KEY_LENGTH_MAX = 128;
const META_VALUE_LENGTH_MAX = 512;
const WEIGHT_MAX = 65_535;
/** What IP addresses and host names are made of; also empty, which stands for the node's. */
const ADDRESS = /^[\w.:%[\]-]*$/;

/** What this agent lets a registration do. */
export interface RegistrationLimits {
  /** Whether a check may run programs. */
  readonly mayRunScripts: boolean;
}

/**
 * What is wrong with a service, in the words of Consul's API, or undefined.
 *
 * Source: Consul HTTP API, agent service registration.
 */
export function serviceProblem(service: ServiceDefinition): string | undefined {
  if (service.service === '') return 'Missing service name';
  if (isWildcard(service.address) || Object.values(service.taggedAddresses).some(isWildcardTag)) {
    return 'Invalid service address';
  }
  const addresses = [service, ...Object.values(service.taggedAddresses)];
  const odd = addresses.find(({ address }) => !ADDRESS.test(address));
  if (odd !== undefined) {
    return `Invalid service address: ${JSON.stringify(odd.address)} is neither an IP address nor a host name`;
  }
  for (const [what, name] of [
    ['ID', service.id],
    ['name', service.service],
  ] as const) {
    if (tableKey(name) === tableKey(SERVER_SERVICE_ID)) {
      return `Service ${what} "${name}" belongs to the servers of the datacenter`;
    }
  }
  if ([service.id, service.service].some(hasNul)) return 'Service ID and name must not contain NUL';
  const names = Object.keys(service.taggedAddresses);
  if (names.includes('__proto__')) return 'Invalid tagged address "__proto__"';
  return (
    prefixed('Invalid Weights', weightsProblem(service.weights)) ??
    prefixed('Invalid Service Meta', metaProblem(service.meta))
  );
}

/** What is wrong with a check of a service, in the words of Consul's API, or undefined. */
export function serviceCheckProblem(
  check: CheckRegistration,
  limits: RegistrationLimits,
): string | undefined {
  if (check.status !== undefined && !isStatus(check.status)) {
    return "Status for checks must 'passing', 'warning', 'critical'";
  }
  return checkProblem(check, limits);
}

/** What is wrong with a check registered by itself, in the words of Consul's API, or undefined. */
export function loneCheckProblem(
  check: CheckRegistration,
  limits: RegistrationLimits,
): string | undefined {
  if ((check.name ?? '') === '') return 'Missing check name';
  if (check.status !== undefined && !isStatus(check.status)) return 'Bad check status';
  return checkProblem(check, limits);
}

/** Whether a text is a status at all; what comes by the network may be anything. */
export function isStatus(status: string): status is CheckStatus {
  return status === 'passing' || status === 'warning' || status === 'critical';
}

function checkProblem(
  check: CheckRegistration,
  { mayRunScripts }: RegistrationLimits,
): string | undefined {
  const problem = checkDefinitionProblem(check) ?? targetProblem(check);
  if (problem !== undefined) return `Invalid check: ${problem}`;
  const id = check.id ?? '';
  if (hasNul(id)) return 'Invalid check: ID must not contain NUL';
  if (tableKey(id) === tableKey(serfCheckId)) return `Invalid check: ID "${id}" belongs to gossip`;
  if (Object.keys(check.header ?? {}).includes('__proto__')) {
    return 'Invalid check: "__proto__" is no header';
  }
  if (check.dockerContainerId !== undefined) {
    return 'Invalid check: Docker checks are not supported; run the program with args';
  }
  if (check.args === undefined) return undefined;
  if (!mayRunScripts) {
    return "Scripts are disabled on this agent; to enable, configure 'enable_script_checks' or 'enable_local_script_checks' to true";
  }
  return check.args.length === 0 ? 'Invalid check: Args must name a program' : undefined;
}

function weightsProblem({ passing, warning }: ServiceDefinition['weights']): string | undefined {
  if (passing < 1) return 'Passing must be greater than 0';
  if (warning < 0) return 'Warning must be greater or equal than 0';
  if (passing > WEIGHT_MAX || warning > WEIGHT_MAX) {
    return `DNS Weight must be between 0 and ${WEIGHT_MAX}`;
  }
  return undefined;
}

function metaProblem(meta: TextMap): string | undefined {
  const pairs = Object.entries(meta);
  if (pairs.length > META_PAIR_COUNT_MAX) {
    return `Node metadata cannot contain more than ${META_PAIR_COUNT_MAX} key/value pairs`;
  }
  for (const [key, value] of pairs) {
    const problem = metaPairProblem(key, value);
    if (problem !== undefined) {
      return `Couldn't load metadata pair ('${key}', '${value}'): ${problem}`;
    }
  }
  return undefined;
}

function metaPairProblem(key: string, value: string): string | undefined {
  if (key === '') return 'Key cannot be blank';
  if (!/^[A-Za-z0-9_-]+$/.test(key) || key === '__proto__')
    return 'Key contains invalid characters';
  if (key.length > META_KEY_LENGTH_MAX) {
    return `Key is too long (limit: ${META_KEY_LENGTH_MAX} characters)`;
  }
  if (key.startsWith('consul-')) return "Key prefix 'consul-' is reserved for internal use";
  if (value.length > META_VALUE_LENGTH_MAX) {
    return `Value is too long (limit: ${META_VALUE_LENGTH_MAX} characters)`;
  }
  return undefined;
}

function prefixed(prefix: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `${prefix}: ${problem}`;
}

function hasNul(name: string): boolean {
  return name.includes('\0');
}

function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '[::]';
}

function isWildcardTag({ address }: { readonly address: string }): boolean {
  return isWildcard(address);
}
