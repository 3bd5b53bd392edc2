// A cluster of members in one process, driven over stdin and stdout; see "The swim process" in
// ../README.md.
import { createSwim } from '@konsul/swim';
import { emit, processUse, serveCommands, startArgument } from '../harness/commands.mjs';

const { n, profile, basePort, advertisePort = basePort } = startArgument();
const host = '127.0.0.1';
const JOIN_PARALLEL_COUNT = 16;

const tell = (event) => emit({ t: performance.now(), ...event });
let packetCount = 0;
/** Every datagram that a member sends is one measurement. */
const metrics = {
  increment: (name) => {
    if (name === 'udp.sent') packetCount += 1;
  },
  gauge: () => undefined,
  sample: () => undefined,
};
const numberOf = (name) => Number(name.slice(1));

/** One member, and what it has heard of the broadcasts. */
class BenchMember {
  #number;
  #swim;
  #seen = new Set();
  #isKilled = false;
  #liveCount = 1;

  constructor(number) {
    this.#number = number;
    const bind = { host, port: basePort + number };
    const advertise = { host, port: advertisePort + number };
    this.#swim = createSwim({ name: `n${number}`, profile, bind, advertise, metrics });
    this.#swim.on('member-joined', () => this.#onCount(1));
    this.#swim.on('member-failed', (member) => this.#onGone(member));
    this.#swim.on('member-left', (member) => this.#onGone(member));
    this.#swim.on('member-suspected', ({ name }, from) => this.#onSuspected(name, from));
    this.#swim.on('user-message', (payload) => this.deliver(payload));
    this.#swim.on('health-changed', (score) => tell({ ev: 'health', node: number, score }));
  }

  start() {
    return this.#swim.start();
  }

  join(peer) {
    return this.#swim.join([peer]);
  }

  async kill() {
    this.#isKilled = true;
    await this.#swim.stop();
    tell({ ev: 'killed', node: this.#number });
  }

  /** Takes a broadcast in, and passes it on when it is new here. */
  deliver(payload) {
    const [id] = Buffer.from(payload).toString('latin1').split(' ', 1);
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    tell({ ev: 'msg', node: this.#number, id });
    this.#swim.broadcast(payload, id);
  }

  #onCount(change) {
    this.#liveCount += change;
    if (this.#liveCount >= n - 1) {
      tell({ ev: 'members', node: this.#number, count: this.#liveCount });
    }
  }

  #onGone({ name }) {
    this.#liveCount -= 1;
    if (!this.#isKilled) tell({ ev: 'gone', by: this.#number, node: numberOf(name) });
  }

  #onSuspected(name, from) {
    if (from !== `n${this.#number}`) return;
    tell({ ev: 'suspect', by: this.#number, node: numberOf(name), src: 'probe' });
  }
}

const members = Array.from({ length: n }, (_, number) => new BenchMember(number));

function memberOf(number) {
  const member = members[number];
  if (member === undefined) throw new Error(`no member has the number ${number}`);
  return member;
}

async function joinAll(parallelCount) {
  const waiting = members.map((_, number) => number).slice(1);
  const joinNext = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      await memberOf(number)
        .join(`${host}:${advertisePort}`)
        .catch((error) => tell({ ev: 'joinerror', node: number, err: error.message }));
    }
  };
  await Promise.all(Array.from({ length: parallelCount }, joinNext));
}

serveCommands({
  cpu: () => tell({ ev: 'cpu', ...processUse(), packets: packetCount }),
  async create() {
    for (const member of members) await member.start();
    tell({ ev: 'created' });
  },
  join({ par = JOIN_PARALLEL_COUNT }) {
    tell({ ev: 'joining' });
    return joinAll(par);
  },
  kill: ({ node }) => memberOf(node).kill(),
  broadcast({ node, id, size }) {
    tell({ ev: 'sent', id });
    memberOf(node).deliver(Buffer.from(`${id} `.padEnd(size, 'x')));
  },
});
