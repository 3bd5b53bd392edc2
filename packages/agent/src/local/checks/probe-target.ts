import { type Endpoint, parseEndpoint } from '@konsul/runtime';
import type { CheckDefinition as CheckRegistration } from '../../config/definitions.js';

/** A gRPC server and the service that is asked for; empty: the server as a whole. */
export interface GrpcAddress {
  readonly endpoint: Endpoint;
  readonly service: string;
}

/** Reads `host:port`. @returns undefined where it is none. */
export function parseProbeAddress(text: string): Endpoint | undefined {
  const endpoint = parseEndpoint(text, 0);
  return endpoint === undefined || endpoint.port === 0 ? undefined : endpoint;
}

/** Reads `host:port` or `host:port/service`. @returns undefined where it is none. */
export function parseGrpcAddress(text: string): GrpcAddress | undefined {
  const slash = text.indexOf('/');
  const endpoint = parseProbeAddress(slash < 0 ? text : text.slice(0, slash));
  if (endpoint === undefined) return undefined;
  return { endpoint, service: slash < 0 ? '' : text.slice(slash + 1) };
}

/** Reads an `http` or `https` URL. @returns undefined where it is none. */
export function parseProbeUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the address that a check looks at, or undefined. */
export function targetProblem(check: CheckRegistration): string | undefined {
  const { http, tcp, udp, grpc, h2ping } = check;
  if (http !== undefined && parseProbeUrl(http) === undefined) {
    return `HTTP must be an http or https URL, got "${http}"`;
  }
  for (const [key, address] of Object.entries({ TCP: tcp, UDP: udp, H2PING: h2ping })) {
    if (address !== undefined && parseProbeAddress(address) === undefined) {
      return `${key} must be host:port with a port of 1 to 65535, got "${address}"`;
    }
  }
  if (grpc !== undefined && parseGrpcAddress(grpc) === undefined) {
    return `GRPC must be host:port or host:port/service, got "${grpc}"`;
  }
  return undefined;
}
