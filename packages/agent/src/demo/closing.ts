import { formatTable } from '../cli/table.js';
import type { AgentChild } from './agent-child.js';
import { clientOf, demoPorts, httpAddressOf } from './topology.js';

/** Who runs where. */
export function describeAgents(children: readonly AgentChild[]): string {
  const { http, dns, server, gossip } = demoPorts;
  const head = ['DC', 'Node', 'Address', 'HTTP', 'DNS', 'Server', 'Gossip', 'Pid'];
  const rows = children.map(({ node, pid, end }) => [
    node.datacenter,
    node.name,
    node.address,
    String(http),
    String(dns),
    node.isServer ? String(server) : '-',
    String(gossip),
    end === undefined ? String(pid) : `(${end})`,
  ]);
  return formatTable([head, ...rows]);
}

/** What can be done with the agents from another terminal. */
export function commandsToTry(children: readonly AgentChild[]): readonly string[] {
  const one = clientOf('dc1');
  const other = clientOf('dc2');
  const here = `-http-addr=${httpAddressOf(one)}`;
  const there = `-http-addr=${httpAddressOf(other)}`;
  const log = children[0]?.logPath ?? '';
  return [
    `npx konsul members ${here}`,
    `npx konsul operator area members ${here}`,
    `npx konsul operator raft list-peers ${there}`,
    `npx konsul kv put ${here} -datacenter=dc2 greeting hi`,
    `npx konsul kv get ${there} greeting`,
    `curl '${httpAddressOf(one)}/v1/health/service/web?dc=dc2&pretty'`,
    `dig @${one.address} -p ${demoPorts.dns} web.service.dc2.consul SRV`,
    `tail -f ${log}`,
  ];
}
