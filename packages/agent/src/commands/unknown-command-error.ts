/**
 * The log holds a command that this release does not know and may not leave out. The server must
 * stop applying: going on would make its state differ from the others'. Upgrading it mends this.
 */
export class UnknownCommandError extends Error {
  override readonly name = 'UnknownCommandError';
  readonly code = 'UNKNOWN_COMMAND';

  constructor(version: number, raftIndex: number) {
    super(
      `[UNKNOWN_COMMAND] log entry ${raftIndex} holds a command of format ${version} that this release does not know; upgrade this server`,
    );
  }
}
