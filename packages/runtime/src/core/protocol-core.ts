/**
 * The contract that every protocol in this project obeys: a synchronous state machine that is
 * told the time and answers with plain data.
 *
 * Duties of whoever runs a core (our one driver, a simulator, or your own loop):
 *
 * 1. Never call into the core while one of its methods is still running.
 * 2. `nowMs` never decreases.
 * 3. Execute the effects of one call in order, and all of them, before the next call.
 * 4. Executing an effect never calls the core directly: what comes of it returns as an input.
 * 5. After the inputs that arrived in one turn of the event loop, call `flush` once, where the
 *    core has one: effects that gain from batching are held back until then.
 * 6. When `nextDeadlineMs` has passed, send the tick input; being late is allowed, being early is
 *    harmless.
 *
 * Durability is an input, not a place in a queue: a core that must not speak before something is
 * on disk emits a `persist` effect and holds its words until the completion comes back as an
 * input. Nothing in a driver ever waits.
 *
 * @remarks Remote input never throws. A core rejects it with an effect that names the reason.
 */
export interface ProtocolCore<Input, Effect> {
  /** Takes one input and returns what must now be done, in order. */
  step(input: Input, nowMs: number): readonly Effect[];
  /** Ends a turn: returns the effects that were held back to be batched. */
  flush?(nowMs: number): readonly Effect[];
  /** The monotonic instant at which a tick is wanted, or undefined when nothing is waited for. */
  nextDeadlineMs(): number | undefined;
}
