/**
 * Why the agent refused.
 *
 * - `INVALID_CONFIG`: configuration files or flags contradict themselves or a bound; nothing was
 *   started. Correct what the message names and start again.
 * - `INVALID_USAGE`: a command was called with wrong flags or arguments; nothing was done.
 * - `UNREACHABLE`: no answer from the agent's HTTP API. Reads may be tried again; of a write it is
 *   not known whether it happened.
 * - `UNEXPECTED_RESPONSE`: the HTTP API answered with an error; the message carries its status and
 *   text.
 * - `LISTEN_FAILED`: a listener could not bind its address; the message names it and the address.
 *   The agent's other parts were stopped again.
 * - `DATA_DIRECTORY`: the data directory cannot be used as it is; the message says why. Nothing in it
 *   was changed and nothing was started.
 * - `START_FAILED`: a part of the agent could not be started; the others were stopped again.
 */
export type AgentErrorCode =
  | 'INVALID_CONFIG'
  | 'INVALID_USAGE'
  | 'UNREACHABLE'
  | 'UNEXPECTED_RESPONSE'
  | 'LISTEN_FAILED'
  | 'DATA_DIRECTORY'
  | 'START_FAILED';

/** Every error that this package raises on purpose. Recognise it with {@link isAgentError}. */
export class AgentError extends Error {
  override readonly name = 'AgentError';
  readonly code: AgentErrorCode;
  /** What happened, without the code in front; what a command line shows. Controls are escaped. */
  readonly detail: string;

  constructor(code: AgentErrorCode, detail: string, options?: ErrorOptions) {
    const printable = escapeControls(detail);
    super(`[${code}] ${printable}`, options);
    this.code = code;
    this.detail = printable;
  }
}

/** What a file or another program put into a text must not steer the terminal that shows it. */
function escapeControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/**
 * Whether a value is an {@link AgentError}, of one code where one is given; also one of another
 * copy of this package.
 */
export function isAgentError(value: unknown, code?: AgentErrorCode): value is AgentError {
  if (!(value instanceof Error) || value.name !== 'AgentError') return false;
  return code === undefined || (value as AgentError).code === code;
}
