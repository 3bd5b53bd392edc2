/** Where a peer can be reached. */
export interface Endpoint {
  /** An IPv4 or IPv6 address in its usual text form, without brackets. */
  readonly host: string;
  /** 1 to 65535; 0 only where a listener may choose. */
  readonly port: number;
  /** The peer's name where it is known; transports that route by name need it, others ignore it. */
  readonly name?: string;
}

/** `host:port`, with brackets around IPv6 hosts. */
export function formatEndpoint(endpoint: Endpoint): string {
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  return `${host}:${endpoint.port}`;
}

/**
 * Reads `host`, `host:port`, `[v6]`, `[v6]:port` or a bare IPv6 address.
 *
 * @returns undefined when the text is none of these or the port is outside 0 to 65535.
 */
export function parseEndpoint(text: string, defaultPort: number): Endpoint | undefined {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text);
  if (bracketed === null && isIpv6Like(text)) return { host: text, port: defaultPort };
  const match = bracketed ?? /^([^:\s[\]]+)(?::(\d{1,5}))?$/.exec(text);
  const host = match?.[1];
  if (match === null || host === undefined) return undefined;
  if (bracketed !== null && !isIpv6Like(host)) return undefined;
  const port = match[2] === undefined ? defaultPort : Number(match[2]);
  return port > 65_535 ? undefined : { host, port };
}

/** Hexadecimal groups with at least two colons, perhaps an IPv4 tail and a zone. */
function isIpv6Like(text: string): boolean {
  return /^(?=(?:[^:]*:){2})[0-9a-fA-F:.]+(?:%[\w.-]+)?$/.test(text);
}
