import { valueFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../../../errors.js';
import { attempt, refuseMore } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';

/** `operator raft remove-peer`. Source: Consul's command of that name. */
export const raftRemovePeer: CliCommand = {
  usage: '[options]',
  help: 'Removes a server that is gone for good from the Raft configuration.',
  flags: [...serverFlags, ...valueFlags({ address: 'Its address, IP:PORT.', id: 'Its id.' })],
  async run({ client, flags, positionals, say }) {
    refuseMore(positionals, 0);
    const address = flags.text('address');
    const id = flags.text('id');
    if ((address === undefined) === (id === undefined)) {
      const detail =
        id === undefined
          ? 'Error removing peer: an address or id is required for the peer to remove'
          : 'Error removing peer: cannot give both an address and id';
      throw new AgentError('INVALID_USAGE', detail);
    }
    const query = { address, id };
    const path = 'operator/raft/peer';
    await attempt('Error removing peer', client.send({ method: 'DELETE', path, query }));
    say(`Removed peer with ${id === undefined ? `address "${address}"` : `id "${id}"`}`);
    return 0;
  },
};
