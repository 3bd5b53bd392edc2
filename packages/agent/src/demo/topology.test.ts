import { expect, test } from 'vitest';
import { agentFlags } from '../config/agent-flags.js';
import { agentArguments, clientOf, demoNodes, portsOf, serversOf } from './topology.js';

test('every agent has an address of its own, and so may have the default ports', () => {
  expect(new Set(demoNodes.map(({ address }) => address)).size).toBe(8);
  expect(serversOf('dc2').map(({ address }) => address)).toEqual([
    '127.0.1.11',
    '127.0.1.12',
    '127.0.1.13',
  ]);
  expect(clientOf('dc1').address).toBe('127.0.1.4');
  const ports = demoNodes.flatMap(portsOf).map((port) => JSON.stringify(port));
  expect(new Set(ports).size).toBe(ports.length);
});

test('agents are started with flags that exist', () => {
  const known = new Set([...agentFlags.map(({ name }) => name), 'hcl']);
  for (const node of demoNodes) {
    const [command, ...flags] = agentArguments(node, 'data');
    expect(command).toBe('agent');
    for (const flag of flags) expect(known).toContain(/^-([^=]+)/.exec(flag)?.[1]);
  }
});

test('a client agent is no server', () => {
  expect(agentArguments(clientOf('dc1'), 'data')).not.toContain('-server');
  expect(portsOf(clientOf('dc1')).map(({ port }) => port)).not.toContain(8300);
});
