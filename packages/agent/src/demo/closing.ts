import { basename, relative } from 'node:path';
import { formatTable } from '@konsul/runtime/command-line';
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

/**
 * How this program is called from a directory, going by how it was called now: by its name where it
 * is installed, by its file in a checkout.
 */
export function describeProgram(scriptPath: string, directory: string): string {
  if (scriptPath.endsWith('.mjs')) return `node ${relative(directory, scriptPath)}`;
  const name = basename(scriptPath);
  return scriptPath.includes('/node_modules/.bin/') ? `npx ${name}` : name;
}

/** What can be done with the agents from another terminal. @param program - how it is called. */
export function commandsToTry(children: readonly AgentChild[], program: string): readonly string[] {
  const one = clientOf('dc1');
  const other = clientOf('dc2');
  const here = `-http-addr=${httpAddressOf(one)}`;
  const there = `-http-addr=${httpAddressOf(other)}`;
  const log = children[0]?.logPath ?? '';
  return [
    `${program} members ${here}`,
    `${program} operator area members ${here}`,
    `${program} operator raft list-peers ${there}`,
    `${program} kv put ${here} -datacenter=dc2 greeting hi`,
    `${program} kv get ${there} greeting`,
    `curl '${httpAddressOf(one)}/v1/health/service/web?dc=dc2&pretty'`,
    `dig @${one.address} -p ${demoPorts.dns} web.service.dc2.consul SRV`,
    `tail -f ${log}`,
  ];
}
