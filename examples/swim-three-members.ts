import { createSwim, type Swim } from '@konsul/swim';

const text = new TextEncoder();
const members: Swim[] = [];
for (const name of ['ann', 'bob', 'cat']) {
  const bind = { host: '127.0.0.1', port: 0 };
  const member = createSwim({ name, bind, profile: 'local', meta: text.encode(`${name}'s meta`) });
  await member.start();
  members.push(member);
}
const [ann, bob, cat] = members as [Swim, Swim, Swim];

ann.on('member-joined', ({ name, host }) => console.log(`ann sees ${name} at ${host}`));
const everyoneIsThere = new Promise<void>((resolve) => {
  ann.on('members-changed', () => ann.members().length === 3 && resolve());
});
const { port } = ann.localMember();
await Promise.all([bob, cat].map((member) => member.join([`127.0.0.1:${port}`])));
await everyoneIsThere;

const heard = new Promise<string>((resolve) => {
  cat.on('user-message', (payload) => resolve(new TextDecoder().decode(payload)));
});
await ann.sendReliable('cat', text.encode('hello'));
console.log(`cat hears ${await heard}`);

const bobIsGone = new Promise<void>((resolve) => ann.on('member-left', () => resolve()));
await bob.leave();
await bobIsGone;
console.log(
  `left are ${ann
    .members()
    .map(({ name }) => name)
    .sort()
    .join(' and ')}`,
);
if (ann.member('bob')?.state !== 'left') throw new Error('bob should have left');
await Promise.all(members.map((member) => member.stop()));
