import { createSerf } from '@konsul/serf';

// Two members on this machine; the system chooses their ports.
const bind = { host: '127.0.0.1', port: 0 };
const web = createSerf({ name: 'web-1', bind, profile: 'local', tags: { role: 'web' } });
const db = createSerf({
  name: 'db-1',
  bind,
  profile: 'local',
  tags: { role: 'db' },
  tuning: { leavePropagateDelayMs: 100 },
});
await Promise.all([web.start(), db.start()]);

const { host, port } = web.localMember().endpoint;
await db.join([`${host}:${port}`]);

// An event reaches every member once.
const heard = new Promise<string>((resolve) => {
  web.once('user-event', ({ name, payload }) => resolve(`${name} ${Buffer.from(payload)}`));
});
await db.userEvent('deploy', Buffer.from('v1.2.3'));
console.log(`web-1 heard: ${await heard}`);

// A query asks members, here those with a tag, and gathers their answers.
web.on('query', (query) => void query.respond(Buffer.from('all is well')));
const query = await db.query('health', { filterTags: { role: '^web$' } });
for await (const reply of query) {
  if (reply.type === 'response') console.log(`${reply.from}: ${Buffer.from(reply.payload)}`);
}

// Who says goodbye has left; who does not has failed.
const gone = new Promise<void>((resolve) => web.once('member-leave', () => resolve()));
await db.leave();
await gone;
if (web.member('db-1')?.status !== 'left') throw new Error('db-1 must have left');
await Promise.all([web.stop(), db.stop()]);
