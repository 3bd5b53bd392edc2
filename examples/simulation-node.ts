import { World } from '@konsul/simulation';
import { createSwim } from '@konsul/swim';

const world = new World({ seed: 7 });
const names = ['ann', 'bob', 'cat'];
const members = new Map<string, ReturnType<typeof createSwim>>();
for (const name of names) {
  // The boot runs again at every restart. It gets what a process has, and makes it what it is.
  world.addNode(name, async (node) => {
    const { clock, rng, address } = node;
    const bind = { host: address, port: 7946 };
    const transport = { datagrams: node.datagram(bind.port), streams: node.stream(bind.port) };
    const swim = createSwim({ name, bind, transport, clock, rng });
    members.set(name, swim);
    await swim.start();
    if (name !== 'ann') await swim.join([world.addressOf('ann')]);
  });
}
const liveOf = (name: string) => members.get(name)?.members().length;
await world.runUntilAsync(() => names.every((name) => liveOf(name) === 3), 10_000);
console.log(`all three met after ${world.clock.nowMs().toFixed(0)} ms of virtual time`);

world.crash('cat');
await world.runUntilAsync(() => liveOf('ann') === 2 && liveOf('bob') === 2, 60_000);
console.log(`cat is missed after ${world.clock.nowMs().toFixed(0)} ms`);
