// One member of a cluster in a process of its own, for ../soak.mjs; see "The soak process" in
// ../README.md.
import { setTimeout as delay } from 'node:timers/promises';
import { createSwim } from '@konsul/swim';
import { emit, serveCommands, startArgument } from '../../bench/harness/commands.mjs';

const JOIN_ATTEMPT_COUNT = 20;
const JOIN_PAUSE_MS = 500;

const { name, host, port, profile, join } = startArgument();
const bind = { host, port };
const swim = createSwim({ name, profile, bind, advertise: bind });
const tell = (event) => emit({ t: Date.now(), ...event });

swim.on('member-joined', (member) => {
  if (member.name !== name) tell({ ev: 'join', node: member.name });
});
swim.on('member-failed', (member) => tell({ ev: 'failed', node: member.name }));
swim.on('member-left', (member) => tell({ ev: 'left', node: member.name }));
swim.on('member-suspected', (member, from) => {
  if (from === name) tell({ ev: 'suspect', node: member.name });
});

serveCommands({
  members: ({ id }) => tell({ ev: 'members', id, live: swim.members().map((one) => one.name) }),
});

/** Those we know may be just as new, or not there yet. */
async function enter(peers) {
  for (let attempt = 0; attempt < JOIN_ATTEMPT_COUNT; attempt += 1) {
    try {
      const { contactedCount } = await swim.join(peers);
      return tell({ ev: 'joined', contacted: contactedCount });
    } catch {
      await delay(JOIN_PAUSE_MS);
    }
  }
  tell({ ev: 'not-joined' });
}

await swim.start();
tell({ ev: 'up' });
if (join.length > 0) await enter(join);
