/** A datacenter of the demo. */
export type DemoDatacenter = 'dc1' | 'dc2';

/** An agent of the demo, known before it runs. */
export interface DemoNode {
  /** As in a log line or a table: `dc1 server-1`. Unique. */
  readonly label: string;
  /** Unique in its datacenter only, as node names are. */
  readonly name: string;
  readonly datacenter: DemoDatacenter;
  readonly isServer: boolean;
  /** Its own loopback address, so that every agent has the default ports. */
  readonly address: string;
}

/** The default ports, the same on every address. */
export const demoPorts: {
  readonly server: number;
  readonly gossip: number;
  readonly http: number;
  readonly dns: number;
} = { server: 8300, gossip: 8301, http: 8500, dns: 8600 };

/** Servers per datacenter: the smallest number that survives the loss of one. */
export const SERVER_COUNT = 3;

const FIRST_HOST: Readonly<Record<DemoDatacenter, number>> = { dc1: 1, dc2: 11 };

/** Two datacenters of three servers and a client agent each. */
export const demoNodes: readonly DemoNode[] = (['dc1', 'dc2'] as const).flatMap(nodesOf);

function nodesOf(datacenter: DemoDatacenter): DemoNode[] {
  const names = ['server-1', 'server-2', 'server-3', 'client-1'];
  return names.map((name, index) => ({
    label: `${datacenter} ${name}`,
    name,
    datacenter,
    isServer: name.startsWith('server'),
    address: `127.0.1.${FIRST_HOST[datacenter] + index}`,
  }));
}

/** The servers of a datacenter. */
export function serversOf(datacenter: DemoDatacenter): readonly DemoNode[] {
  return demoNodes.filter((node) => node.datacenter === datacenter && node.isServer);
}

/** The client agent of a datacenter, which the commands of the demo talk to. */
export function clientOf(datacenter: DemoDatacenter): DemoNode {
  const client = demoNodes.find((node) => node.datacenter === datacenter && !node.isServer);
  if (client === undefined) throw new Error(`${datacenter} has no client agent`);
  return client;
}

/** `http://127.0.1.4:8500` */
export function httpAddressOf({ address }: DemoNode): string {
  return `http://${address}:${demoPorts.http}`;
}

/** What `konsul agent` is called with. */
export function agentArguments(node: DemoNode, dataDirectory: string): readonly string[] {
  const role = node.isServer ? ['-server', `-bootstrap-expect=${SERVER_COUNT}`] : [];
  const joins = serversOf(node.datacenter).map(({ address }) => `-retry-join=${address}`);
  return [
    'agent',
    ...role,
    `-node=${node.name}`,
    `-datacenter=${node.datacenter}`,
    `-bind=${node.address}`,
    `-client=${node.address}`,
    // Network areas federate the datacenters; the WAN pool would do so by itself.
    '-serf-wan-port=-1',
    `-data-dir=${dataDirectory}`,
    '-retry-interval=1s',
    ...joins,
    // The demo stops everybody at once: there is nobody left to say goodbye to.
    '-hcl=leave_on_terminate = false',
  ];
}

/** A port that an agent of the demo opens. */
export interface DemoPort {
  readonly address: string;
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

/** Every port that an agent will open. */
export function portsOf({ address, isServer }: DemoNode): readonly DemoPort[] {
  const { server, gossip, http, dns } = demoPorts;
  const tcp = [...(isServer ? [server] : []), gossip, http, dns];
  return [
    ...tcp.map((port) => ({ address, port, protocol: 'tcp' as const })),
    ...[gossip, dns].map((port) => ({ address, port, protocol: 'udp' as const })),
  ];
}
