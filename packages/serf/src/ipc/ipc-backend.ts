import type { OutgoingQuery } from '../serf.js';
import type { AgentEvent } from './agent-event.js';
import type { IpcOutcome } from './ipc-connection.js';
import type { IpcOperation, IpcQueryRequest } from './ipc-request.js';

/** What clients of an agent talk to. */
export interface IpcBackend {
  /** Does it. What goes wrong is told by the outcome or by a rejection, whose message clients see. */
  run(operation: IpcOperation): Promise<IpcOutcome>;
  /** Asks the pool. A rejection's message is what the client sees. */
  query(request: IpcQueryRequest): Promise<OutgoingQuery>;
  /** A client that asked for a leave has been answered; the agent may end. */
  onLeaveAnswered(): void;
  /** @returns how to stop listening. */
  onEvent(listener: (event: AgentEvent) => void): () => void;
}
