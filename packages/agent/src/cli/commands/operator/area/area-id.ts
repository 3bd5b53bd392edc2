import { type FlagSpec, valueFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../../../errors.js';
import { view } from '../../../attempt.js';
import type { CommandContext } from '../../../command.js';

/** The two ways of naming an area. */
export const areaFlags: readonly FlagSpec[] = valueFlags({
  id: 'Id of the area.',
  'peer-datacenter': 'Other datacenter of the area.',
});

/** An API path below one area. */
export function areaPath(id: string, rest = ''): string {
  return `operator/area/${encodeURIComponent(id)}${rest}`;
}

/**
 * The id that `-id` gives, or that of the area with `-peer-datacenter`.
 *
 * @throws AgentError `INVALID_USAGE` when neither or both are given, or no area fits.
 */
export async function areaId({ client, flags }: CommandContext): Promise<string> {
  const id = flags.text('id');
  const peer = flags.text('peer-datacenter');
  if ((id === undefined) === (peer === undefined)) {
    const detail = 'Exactly one of -id and -peer-datacenter must be specified';
    throw new AgentError('INVALID_USAGE', detail);
  }
  if (id !== undefined) return id;
  const areas = await view('Error looking up area', client, { path: 'operator/area' });
  const area = areas.items().find((entry) => entry.field('PeerDatacenter').text() === peer);
  if (area !== undefined) return area.field('ID').text();
  throw new AgentError('UNEXPECTED_RESPONSE', `No area found with peer datacenter "${peer}"`);
}
