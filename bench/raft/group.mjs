import { setTimeout as sleep } from 'node:timers/promises';
import { JsonLinesProcess } from '../harness/json-lines-process.mjs';

const ELECTION_TIMEOUT_MS = 30_000;
const POLL_MS = 10;

/** Three servers of one side, each a process. */
export class Group {
  #side;
  #options;
  #servers = [];
  #leader;
  /** Called when a server tells of a write that was committed. @type {(id: number) => void} */
  onCommitted = () => undefined;

  /** @param options - `directory`, the first `port`, and whether servers take `snapshots`. */
  constructor(side, options) {
    this.#side = side;
    this.#options = options;
    this.ids = [0, 1, 2];
    for (const id of this.ids) this.start(id);
  }

  /** Starts a server, or starts it again where it was killed. */
  start(id) {
    const { directory, port, snapshots = false } = this.#options;
    const { command, store } = this.#side;
    const addrs = this.ids.map((one) => `127.0.0.1:${port + one}`);
    const dir = `${directory}/${id}`;
    const server = new JsonLinesProcess(command, { id, addrs, dir, store, snapshots });
    server.onEvent = ({ ev, is }) => {
      if (ev === 'leader' && is) this.#leader = id;
      else if (ev === 'leader' && this.#leader === id) this.#leader = undefined;
      else if (ev === 'committed') this.onCommitted(id);
    };
    this.#servers[id] = server;
  }

  /** Who leads, as soon as somebody does. */
  async leader() {
    const endAtMs = performance.now() + ELECTION_TIMEOUT_MS;
    while (this.#leader === undefined) {
      if (performance.now() > endAtMs) throw new Error(`${this.#side.name}: nobody leads`);
      await sleep(POLL_MS);
    }
    return this.#leader;
  }

  async ask(id, message, timeoutMs = 60_000) {
    return this.#servers[id].ask(message, { timeoutMs });
  }

  /** Resolves when the server listens. */
  async isUp(id) {
    await this.#servers[id].find(({ ev }) => ev === 'up', ELECTION_TIMEOUT_MS);
  }

  tell(id, message) {
    this.#servers[id].send(message);
  }

  async kill(id) {
    if (this.#leader === id) this.#leader = undefined;
    await this.#servers[id].kill();
  }

  /** A closed loop in the leader, with the CPU it took of all servers. */
  async load({ conc, secs, size }) {
    const leader = await this.leader();
    const beforeS = await this.#cpuS();
    const result = await this.ask(leader, { cmd: 'load', conc, secs, size }, secs * 1_000 + 2e4);
    const cpuS = (await this.#cpuS()) - beforeS;
    return { ...result, cpuUs: (cpuS * 1e6) / (result.rate * secs) };
  }

  async #cpuS() {
    const answers = await Promise.all(this.ids.map((id) => this.ask(id, { cmd: 'cpu' })));
    return answers.reduce((sum, { cpu }) => sum + cpu, 0);
  }

  async stop() {
    await Promise.all(this.#servers.map((server) => server.stop()));
  }
}
