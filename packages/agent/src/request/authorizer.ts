import type { AclVerdict, Endpoint } from '../endpoints/endpoint.js';
import { RequestError } from './request-error.js';

/** Says what the holder of a token may do. */
export interface Authorizer {
  /** Rejects with RequestError DENIED for a token that does not exist. */
  verdictOf(token: string): AclVerdict;
}

/** Everybody may do everything: access control is off. */
export const openAuthorizer: Authorizer = { verdictOf: () => () => true };

/**
 * Refuses a request whose caller lacks a right.
 *
 * @throws RequestError DENIED
 */
export function demandRights(endpoint: Endpoint, request: unknown, may: AclVerdict): void {
  if (endpoint.rule.type !== 'demand') return;
  for (const demand of endpoint.rule.demands(request)) {
    if (may(demand)) continue;
    const subject = demand.name === '' ? '' : ` on "${demand.name}"`;
    throw new RequestError(
      'DENIED',
      `Permission denied: token lacks permission '${demand.resource}:${demand.access}'${subject}`,
    );
  }
}

/** An answer without what its caller may not see. */
export function trimmed(endpoint: Endpoint, value: unknown, may: AclVerdict): unknown {
  return endpoint.rule.type === 'trim' ? endpoint.rule.trim(value, may) : value;
}
