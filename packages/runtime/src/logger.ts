/** Values that belong to a log line; they are printed behind the message. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What a library may say to its host. Messages are whole phrases without the values in `fields`. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const ignore = (): void => undefined;

/** Says nothing; the default everywhere. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
