import { valueFlags } from '@konsul/runtime/command-line';
import { refuseMore, view } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';

/** `operator raft transfer-leader`. Source: Consul's command of that name. */
export const raftTransferLeader: CliCommand = {
  usage: '[options]',
  help: 'Hands leadership to another server.',
  flags: [...serverFlags, ...valueFlags({ id: 'Id of the server that is to lead.' })],
  async run({ client, flags, positionals, say, complain }) {
    refuseMore(positionals, 0);
    const path = 'operator/raft/transfer-leader';
    const query = { id: flags.text('id') };
    const words = 'Error transferring leadership';
    const answer = await view(words, client, { method: 'POST', path, query });
    if (!answer.field('Success').isTrue()) {
      complain(`${words}: the leader refused`);
      return 1;
    }
    say('Success');
    return 0;
  },
};
