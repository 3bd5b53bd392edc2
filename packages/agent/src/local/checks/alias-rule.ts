import { tableKey } from '../../state/byte-string.js';
import type { CheckDefinition } from '../../state/domain.js';
import type { ProbeResult } from './probe.js';

/** What an alias check repeats: a service's health, or with an empty service a node's. */
export interface AliasSubject {
  readonly serviceId: string;
  /** Whether the service, where one is named, is registered. */
  readonly isServiceKnown: boolean;
  readonly node: string;
}

/**
 * The worst of the checks that bear on a service or node.
 *
 * @param checks of the subject's node, without the alias check itself.
 */
export function aliasResult(subject: AliasSubject, checks: Iterable<CheckDefinition>): ProbeResult {
  const { serviceId, isServiceKnown, node } = subject;
  if (serviceId !== '' && !isServiceKnown) {
    const output = `Service ${serviceId} could not be found on node ${node}`;
    return { status: 'critical', output };
  }
  let result: ProbeResult = { status: 'passing', output: 'No checks found.' };
  for (const check of checks) {
    const isOwn = check.serviceId !== '' && tableKey(check.serviceId) === tableKey(serviceId);
    if (check.serviceId !== '' && !isOwn) continue;
    const output = `Aliased check "${check.name}" failing: ${check.output}`;
    if (check.status === 'critical') return { status: 'critical', output };
    if (check.status === 'warning') result = { status: 'warning', output };
    else if (result.status === 'passing') {
      result = { status: 'passing', output: 'All checks passing.' };
    }
  }
  return result;
}
