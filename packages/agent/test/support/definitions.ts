import { emptyCheckProbe } from '../../src/state/check-probe.js';
import type { CheckDefinition, ServiceDefinition } from '../../src/state/domain.js';

/** A service with what is not said filled in. */
export function serviceWith(
  parts: Partial<ServiceDefinition> & { readonly service: string },
): ServiceDefinition {
  return {
    id: '',
    kind: '',
    tags: [],
    address: '',
    taggedAddresses: {},
    meta: {},
    port: 80,
    socketPath: '',
    weights: { passing: 1, warning: 1 },
    enableTagOverride: false,
    ...parts,
  };
}

/** A check of a node with what is not said filled in. */
export function checkWith(
  parts: Partial<CheckDefinition> & { readonly checkId: string },
): CheckDefinition {
  return {
    node: '',
    name: parts.checkId,
    status: 'passing',
    notes: '',
    output: '',
    serviceId: '',
    type: '',
    interval: '',
    timeout: '',
    exposedPort: 0,
    probe: emptyCheckProbe,
    ...parts,
  };
}
