import { expandAddress, isAddress, parseAddress } from './address.js';
import type { AddressBytes } from './messages.js';

/** One network, in 16-byte form. */
interface Network {
  readonly bytes: Uint8Array;
  readonly prefixBits: number;
}

/** Which addresses may take part. An empty list of networks lets everybody in. */
export class AddressFilter {
  readonly #networks: readonly Network[];

  /** `cidrs` must have been checked with {@link isCidr}; what is no network is left out. */
  constructor(cidrs: readonly string[]) {
    this.#networks = cidrs.map(parseCidr).filter((network) => network !== undefined);
  }

  get isOpen(): boolean {
    return this.#networks.length === 0;
  }

  allows(address: AddressBytes): boolean {
    if (this.isOpen) return true;
    if (!isAddress(address)) return false;
    const bytes = expandAddress(address);
    return this.#networks.some((network) => contains(network, bytes));
  }

  /** As {@link allows}, for an address in text form; a host name is not allowed. */
  allowsHost(host: string): boolean {
    if (this.isOpen) return true;
    const address = parseAddress(host);
    return address !== undefined && this.allows(address);
  }
}

/** Whether the text is a network such as `10.0.0.0/8` or `fd00::/8`. */
export function isCidr(text: string): boolean {
  return parseCidr(text) !== undefined;
}

function parseCidr(text: string): Network | undefined {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  const address = parseAddress(match[1] ?? '');
  const prefixBits = Number(match[2]);
  if (address === undefined || prefixBits > address.length * 8) return undefined;
  return {
    bytes: expandAddress(address),
    prefixBits: address.length === 4 ? prefixBits + 96 : prefixBits,
  };
}

function contains(network: Network, bytes: Uint8Array): boolean {
  const wholeBytes = network.prefixBits >> 3;
  for (let index = 0; index < wholeBytes; index += 1) {
    if (network.bytes[index] !== bytes[index]) return false;
  }
  const restBits = network.prefixBits & 7;
  if (restBits === 0) return true;
  const difference = (network.bytes[wholeBytes] ?? 0) ^ (bytes[wholeBytes] ?? 0);
  return difference >> (8 - restBits) === 0;
}
