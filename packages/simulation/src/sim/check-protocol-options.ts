import type { SimulatedProtocol } from '../simulated-protocol.js';
import { SimulationError } from '../simulation-error.js';

/**
 * Has a protocol look at what a description sets for it, before anything runs. A protocol that
 * checks nothing is asked nothing: it throws when its first member starts, if at all.
 *
 * @throws SimulationError `OPTION_INVALID` with the protocol's own words.
 */
export function checkProtocolOptions(
  protocol: SimulatedProtocol,
  options: Readonly<Record<string, string>>,
): void {
  try {
    protocol.checkOptions?.(options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SimulationError('OPTION_INVALID', `set: ${reason}`, { cause });
  }
}
