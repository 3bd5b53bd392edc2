import { encodeConfiguration } from './configuration-codec.js';
import type { Entry, HardState } from './entry.js';
import type { Configuration } from './membership.js';

/**
 * What the first servers of a group write to their empty disks: the first configuration, as the
 * first entry. Either one server, to which others are added, or several with the very same
 * configuration.
 *
 * Source: dissertation, section 4.4 (bootstrapping).
 */
export function bootstrapState(configuration: Configuration): {
  readonly hardState: HardState;
  readonly entries: readonly Entry[];
} {
  const data = encodeConfiguration(configuration);
  return {
    hardState: { term: 1, votedFor: undefined, commitIndex: 0 },
    entries: [{ index: 1, term: 1, kind: 'configuration', data }],
  };
}
