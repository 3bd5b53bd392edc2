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
  const plain = /^([^:\s]+)(?::(\d{1,5}))?$/.exec(text);
  const match = bracketed ?? plain;
  if (match === null) {
    const isBareIpv6 = /^[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*$/.test(text) && text.split(':').length > 2;
    return isBareIpv6 ? { host: text, port: defaultPort } : undefined;
  }
  const host = match[1];
  const port = match[2] === undefined ? defaultPort : Number(match[2]);
  return host === undefined || port > 65_535 ? undefined : { host, port };
}
