import { RequestError, type RequestErrorCode } from '../request/request-error.js';

/** Headers by their names as they go out. */
export type HttpHeaders = Readonly<Record<string, string>>;

/** A refusal as HTTP shows it. Only routes and what they call raise it; it never leaves this folder. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  /** The body; may be empty. */
  readonly text: string;
  readonly headers: HttpHeaders;

  constructor(status: number, text: string, headers: HttpHeaders = {}) {
    super(`[${status}] ${text}`);
    this.status = status;
    this.text = text;
    this.headers = headers;
  }
}

const statuses: Readonly<Record<RequestErrorCode, number>> = {
  INVALID: 400,
  DENIED: 403,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  NO_LEADER: 500,
  NOT_READY: 500,
  NO_SERVERS: 500,
  NO_PATH_TO_DATACENTER: 500,
  DATACENTER_UNREACHABLE: 500,
  UNKNOWN_OUTCOME: 500,
  CANCELLED: 500,
  INTERNAL: 500,
};

/** Only the leader could do it, so trying another server is of no use. */
const LEADER_ONLY = 'can only be performed by the leader';

/** The refusal for whatever a route threw; undefined for a defect, of which nothing is told. */
export function toHttpError(error: unknown): HttpError | undefined {
  if (error instanceof HttpError) return error;
  if (!(error instanceof RequestError)) return undefined;
  const isLeaderOnly = error.code === 'RATE_LIMITED' && error.detail.includes(LEADER_ONLY);
  return new HttpError(isLeaderOnly ? 503 : statuses[error.code], error.detail);
}
