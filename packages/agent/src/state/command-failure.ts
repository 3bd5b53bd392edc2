/**
 * Why a command changed nothing. Every replica reaches the same verdict, so this is an answer and
 * no defect.
 *
 * - `MALFORMED`: the bytes are no command.
 * - `INVALID`: a field is missing or outside its bounds.
 * - `NODE_MISSING`, `SERVICE_MISSING`: what the object would belong to is not in the catalogue.
 * - `NODE_CONFLICT`: another, living node has that name.
 * - `AREA_INVALID`: an area cannot be as it is described.
 * - `AREA_CONFLICT`, `AREA_MISSING`: an area with that peer (or id) exists; none with that id does.
 */
export type CommandFailureCode =
  | 'MALFORMED'
  | 'INVALID'
  | 'NODE_MISSING'
  | 'SERVICE_MISSING'
  | 'NODE_CONFLICT'
  | 'AREA_INVALID'
  | 'AREA_CONFLICT'
  | 'AREA_MISSING';

/** A command that was refused, and left the state as it was. */
export interface CommandFailure {
  readonly type: 'failure';
  readonly code: CommandFailureCode;
  /** Texts that clients of Consul's API match on are kept word for word. */
  readonly message: string;
}

/** Makes a {@link CommandFailure}. */
export function commandFailure(code: CommandFailureCode, message: string): CommandFailure {
  return { type: 'failure', code, message };
}
