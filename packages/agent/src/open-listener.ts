import { type Endpoint, formatEndpoint } from '@konsul/runtime';
import { AgentError } from './errors.js';

/**
 * Opens a listener; what goes wrong is told in one form, whichever listener it is.
 *
 * @param surface what listens there, as an operator calls it.
 * @throws AgentError `LISTEN_FAILED` naming surface, address and cause.
 */
export async function openListener<Opened>(
  surface: string,
  endpoint: Endpoint,
  open: () => Promise<Opened>,
): Promise<Opened> {
  try {
    return await open();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const detail = `${surface} (${formatEndpoint(endpoint)}) cannot be opened: ${reason}`;
    throw new AgentError('LISTEN_FAILED', detail, { cause });
  }
}
