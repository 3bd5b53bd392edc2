import { option } from '@konsul/runtime';

/**
 * Why the simulation stopped or refused.
 *
 * - `INVARIANT_VIOLATED`: a checker threw after an event. The run is over.
 * - `NODE_FAULT`: a node's core, effect or boot threw. The run is over.
 * - `LIVELOCK`: events kept coming without time moving on. The run is over.
 * - `PROMISE_STUCK`: a promise did not settle within the virtual time it was given.
 * - `NODE_UNKNOWN`, `NODE_EXISTS`, `NODE_STATE`: a node was named that does not exist, exists
 *   already, or is not in the state that the call needs. Nothing changed.
 * - `OPTION_INVALID`: an option is outside its bounds. Nothing changed.
 * - `PLAN_SYNTAX`, `SCENARIO_SYNTAX`: a text could not be read; the message names the line.
 * - `DESCRIPTION_SYNTAX`: a description of a run could not be read; the message names the line.
 * - `PROTOCOL_MISSING`: the module of the protocol under test could not be loaded, or is none.
 * - `PROTOCOL_VIEWS`: the protocol told of other changes than its views show. The run is over.
 * - `SCENARIO_COMMAND`: a scenario's command is not in the vocabulary or rejected its arguments.
 * - `SCENARIO_MISMATCH`: a scenario recorded something else than its file says.
 */
export type SimulationErrorCode =
  | 'INVARIANT_VIOLATED'
  | 'NODE_FAULT'
  | 'LIVELOCK'
  | 'PROMISE_STUCK'
  | 'NODE_UNKNOWN'
  | 'NODE_EXISTS'
  | 'NODE_STATE'
  | 'OPTION_INVALID'
  | 'PLAN_SYNTAX'
  | 'DESCRIPTION_SYNTAX'
  | 'PROTOCOL_MISSING'
  | 'PROTOCOL_VIEWS'
  | 'SCENARIO_SYNTAX'
  | 'SCENARIO_COMMAND'
  | 'SCENARIO_MISMATCH';

/** What this package throws; recognise it by `code`. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
  readonly code: SimulationErrorCode;

  constructor(code: SimulationErrorCode, message: string, options?: ErrorOptions) {
    super(`[${code}] ${message}`, options);
    this.code = code;
  }
}

/**
 * Rejects an option that is outside its bounds.
 *
 * @throws SimulationError `OPTION_INVALID` naming key, value and bounds.
 */
export function requireWithin(key: string, value: number, bounds: readonly [number, number]): void {
  const [min, max] = bounds;
  const isFit = value >= min && value <= max;
  const problem = option.rule(`a number of ${min} to ${max}`, () => isFit)(value, key);
  if (problem !== undefined) throw new SimulationError('OPTION_INVALID', problem);
}
