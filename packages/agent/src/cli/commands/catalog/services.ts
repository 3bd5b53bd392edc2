import { booleanFlags, formatTable, listFlags, valueFlags } from '@konsul/runtime/command-line';
import { refuseMore, view } from '../../attempt.js';
import { serverFlags } from '../../client-flags.js';
import type { CliCommand } from '../../command.js';
import type { JsonView } from '../../json-view.js';
import { nodeMetaQuery } from './node-meta.js';

/** `catalog services`. Source: Consul's command of that name. */
export const catalogServices: CliCommand = {
  usage: '[options]',
  help: 'Lists all services of a datacenter.',
  flags: [
    ...serverFlags,
    ...booleanFlags({ tags: 'Show the tags of each service.' }),
    ...listFlags({ 'node-meta': 'Only services of nodes with this key=value.' }),
    ...valueFlags({ node: 'Only services of this node.' }),
  ],
  async run({ client, flags, positionals, say }) {
    refuseMore(positionals, 0);
    const node = flags.text('node');
    const answer = await view('Error listing services', client, {
      path: node === undefined ? 'catalog/services' : `catalog/node/${encodeURIComponent(node)}`,
      query: { 'node-meta': nodeMetaQuery(flags) },
    });
    const services = node === undefined ? answer.entries() : servicesOfNode(answer);
    if (services.length === 0) {
      say('No services match the given query - try expanding your search.');
      return 0;
    }
    if (!flags.isOn('tags')) for (const [name] of services) say(name);
    else say(formatTable(services.map(([name, tags]) => [name, tagList(tags)])));
    return 0;
  },
};

function servicesOfNode(answer: JsonView): [string, JsonView][] {
  const byName = answer
    .field('Services')
    .entries()
    .map(([, service]): [string, JsonView] => [
      service.field('Service').text(),
      service.field('Tags'),
    ]);
  return byName.sort(([a], [b]) => (a < b ? -1 : 1));
}

function tagList(tags: JsonView): string {
  return tags
    .items()
    .map((tag) => tag.text())
    .sort()
    .join(',');
}
