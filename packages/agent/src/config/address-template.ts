import ipaddr from 'ipaddr.js';
import type { ConfigHost, HostAddress } from './config-host.js';

/**
 * Fills in an address written as a template: `{{ GetPrivateIP }}`, `{{ GetPublicIP }}` or
 * `{{ GetInterfaceIP "eth0" }}`. Any other text stands for itself.
 *
 * @returns undefined when the template is unknown or no address of the machine fits it.
 *
 * Source: the three commonest functions of github.com/hashicorp/go-sockaddr/template.
 */
export function fillAddressTemplate(text: string, host: ConfigHost): string | undefined {
  if (!text.includes('{{')) return text;
  const match = /^\s*\{\{\s*(\w+)(?:\s+"([^"]+)")?\s*\}\}\s*$/.exec(text);
  switch (match?.[1]) {
    case 'GetPrivateIP':
      return first(host, (entry) => !entry.isIpv6 && isPrivate(entry.address));
    case 'GetPublicIP':
      return first(host, (entry) => !entry.isIpv6 && !isPrivate(entry.address));
    case 'GetInterfaceIP':
      return first(host, (entry) => !entry.isIpv6 && entry.interfaceName === match?.[2]);
    default:
      return undefined;
  }
}

/** Private IPv4 addresses of the machine. */
export function privateAddresses(host: ConfigHost): string[] {
  return host
    .addresses()
    .filter((entry) => !entry.isIpv6 && isPrivate(entry.address))
    .map((entry) => entry.address);
}

function first(host: ConfigHost, fits: (entry: HostAddress) => boolean): string | undefined {
  return host.addresses().find(fits)?.address;
}

/** RFC 1918, and the shared space of RFC 6598. */
function isPrivate(address: string): boolean {
  const range = ipaddr.isValid(address) ? ipaddr.parse(address).range() : 'none';
  return range === 'private' || range === 'carrierGradeNat';
}
