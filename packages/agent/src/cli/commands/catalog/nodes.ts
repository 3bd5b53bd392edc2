import { booleanFlags, formatTable, listFlags, valueFlags } from '@konsul/runtime/command-line';
import { refuseMore, view } from '../../attempt.js';
import { serverFlags } from '../../client-flags.js';
import type { CliCommand } from '../../command.js';
import type { JsonView } from '../../json-view.js';
import { nodeMetaQuery } from './node-meta.js';

const SHORT_ID_LENGTH = 8;

/** `catalog nodes`. Source: Consul's command of that name. */
export const catalogNodes: CliCommand = {
  usage: '[options]',
  help: 'Lists all nodes of a datacenter.',
  flags: [
    ...serverFlags,
    ...booleanFlags({ detailed: 'Show ids in full, tagged addresses and meta.' }),
    ...listFlags({ 'node-meta': 'Only nodes with this key=value.' }),
    ...valueFlags({
      filter: 'Expression that nodes must fulfil.',
      near: 'Sort by nearness to this node, or _agent.',
      service: 'Only nodes with this service.',
    }),
  ],
  async run({ client, flags, positionals, say, complain }) {
    refuseMore(positionals, 0);
    const service = flags.text('service');
    const list = await view('Error listing nodes', client, {
      path:
        service === undefined ? 'catalog/nodes' : `catalog/service/${encodeURIComponent(service)}`,
      query: {
        near: flags.text('near'),
        filter: flags.text('filter'),
        'node-meta': nodeMetaQuery(flags),
      },
    });
    const nodes = list.items();
    if (nodes.length === 0) {
      complain('No nodes match the given query - try expanding your search.');
      return 0;
    }
    const isDetailed = flags.isOn('detailed');
    const head = [
      'Node',
      'ID',
      'Address',
      'DC',
      ...(isDetailed ? ['TaggedAddresses', 'Meta'] : []),
    ];
    say(formatTable([head, ...nodes.map((node) => row(node, isDetailed))]));
    return 0;
  },
};

function row(node: JsonView, isDetailed: boolean): string[] {
  const id = node.field('ID').text();
  const columns = [
    node.field('Node').text(),
    isDetailed ? id : id.slice(0, SHORT_ID_LENGTH),
    node.field('Address').text(),
    node.field('Datacenter').text(),
  ];
  if (!isDetailed) return columns;
  const meta = node.field('Meta').isPresent() ? node.field('Meta') : node.field('NodeMeta');
  return [...columns, pairs(node.field('TaggedAddresses')), pairs(meta)];
}

function pairs(map: JsonView): string {
  return map
    .entries()
    .map(([key, value]) => `${key}=${value.text()}`)
    .join(', ');
}
