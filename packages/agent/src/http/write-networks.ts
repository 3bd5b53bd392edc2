import { BlockList, isIPv6 } from 'node:net';

/** From where the agent may be written to. */
export class WriteNetworks {
  readonly #networks = new BlockList();
  readonly #isOpen: boolean;

  /** @param networks in CIDR form, as the configuration has checked; none: from everywhere. */
  constructor(networks: readonly string[]) {
    this.#isOpen = networks.length === 0;
    for (const network of networks) {
      const [address = '', prefix = ''] = network.split('/');
      this.#networks.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
    }
  }

  allows(address: string): boolean {
    if (this.#isOpen) return true;
    return address !== '' && this.#networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  }
}
