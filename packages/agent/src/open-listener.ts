import { type Endpoint, formatEndpoint } from '@konsul/runtime';
import { isSerfError } from '@konsul/serf';
import { AgentError } from './errors.js';

/**
 * Opens a listener; what goes wrong is told in one form, whichever listener it is.
 *
 * @param surface what listens there, as an operator calls it.
 * @throws AgentError `LISTEN_FAILED` naming surface, address and cause; `START_FAILED` where a gossip
 * pool refused its settings, such as tags that are too large, and the address has no part in it.
 */
export async function openListener<Opened>(
  surface: string,
  endpoint: Endpoint,
  open: () => Promise<Opened>,
): Promise<Opened> {
  try {
    return await open();
  } catch (cause) {
    if (isSerfError(cause)) {
      throw new AgentError('START_FAILED', `${surface} cannot be started: ${cause.detail}`, {
        cause,
      });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    const detail = `${surface} (${formatEndpoint(endpoint)}) cannot be opened: ${reason}`;
    throw new AgentError('LISTEN_FAILED', detail, { cause });
  }
}
