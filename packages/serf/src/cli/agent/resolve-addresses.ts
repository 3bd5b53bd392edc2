import { type Endpoint, parseEndpoint } from '@konsul/runtime';
import { parseAddress, systemLookup } from '@konsul/swim';
import { SerfError } from '../../errors.js';
import { reasonOf } from '../../ipc/reason-of.js';
import type { AgentHost } from './agent-host.js';
import type { AgentSettings } from './agent-settings.js';

/** Where an agent listens and what it announces. */
export interface AgentAddresses {
  readonly bind: Endpoint;
  /** Port 0 stands for the one bound. */
  readonly advertise: Endpoint | undefined;
  readonly rpc: Endpoint;
}

const GOSSIP_PORT = 7_946;
const RPC_PORT = 7_373;

/** @throws SerfError INVALID_CONFIG naming the setting that is no address. */
export async function resolveAddresses(
  settings: Pick<AgentSettings, 'bind' | 'advertise' | 'rpcAddress' | 'networkInterface'>,
  host: Pick<AgentHost, 'interfaceAddresses'>,
): Promise<AgentAddresses> {
  const { advertise, rpcAddress, networkInterface } = settings;
  const bind = await resolve(settings.bind, { words: 'Invalid bind address', port: GOSSIP_PORT });
  return {
    bind: networkInterface === undefined ? bind : onInterface(bind, networkInterface, host),
    advertise:
      advertise === undefined
        ? undefined
        : await resolve(advertise, { words: 'Invalid advertise address', port: 0 }),
    rpc: await resolve(rpcAddress, { words: 'Invalid RPC address', port: RPC_PORT }),
  };
}

async function resolve(
  text: string,
  { words, port }: { readonly words: string; readonly port: number },
): Promise<Endpoint> {
  // Go's notation for every address of the machine.
  const endpoint = parseEndpoint(text.startsWith(':') ? `0.0.0.0${text}` : text, port);
  if (endpoint === undefined)
    return fail(`${words}: ${JSON.stringify(text)} is no host with a port`);
  if (parseAddress(endpoint.host) !== undefined) return endpoint;
  const found = await systemLookup(endpoint.host).catch((error: unknown) => {
    return fail(`${words}: ${endpoint.host} does not resolve: ${reasonOf(error)}`);
  });
  return { host: found[0] ?? endpoint.host, port: endpoint.port };
}

function onInterface(
  bind: Endpoint,
  name: string,
  host: Pick<AgentHost, 'interfaceAddresses'>,
): Endpoint {
  const addresses = host.interfaceAddresses(name);
  if (addresses === undefined) return fail(`Invalid network interface: there is no ${name}`);
  if (bind.host !== '0.0.0.0') {
    if (addresses.includes(bind.host)) return bind;
    return fail(`Interface '${name}' has no '${bind.host}' address`);
  }
  // An address that is valid on its link only is of no use to others.
  const usable = addresses.find((address) => !/^(169\.254\.|fe[89ab][\da-f]:)/i.test(address));
  if (usable === undefined) return fail(`Failed to find usable address for interface '${name}'`);
  return { host: usable, port: bind.port };
}

function fail(detail: string): never {
  throw new SerfError('INVALID_CONFIG', detail);
}
