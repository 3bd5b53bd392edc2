import type { Clock } from '@konsul/runtime';
import { JsonView } from '../cli/json-view.js';
import { AgentChild } from './agent-child.js';
import { type ProgressBoard, READY } from './progress-board.js';
import { formatSeconds } from './screen.js';
import { type DemoNode, demoNodes, httpAddressOf, SERVER_COUNT } from './topology.js';
import { waitUntil } from './wait-until.js';

const READY_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 100;
const PROBE_TIMEOUT_MS = 2000;
/** Servers and the client agent of one datacenter. */
const MEMBER_COUNT = SERVER_COUNT + 1;
/** `Status` of a member that is alive. */
const ALIVE = 1;

export interface DemoClusterOptions {
  /** Data and logs of the agents go below. */
  readonly directory: string;
  readonly clock: Clock;
}

/** The agents of the demo as processes. */
export class DemoCluster {
  readonly children: readonly AgentChild[];
  readonly #clock: Clock;

  /** Starts them all. */
  constructor(options: DemoClusterOptions) {
    this.#clock = options.clock;
    this.children = demoNodes.map((node) => new AgentChild(node, options));
  }

  /** The process at an address, as it is spelled in the tables of servers: with or without port. */
  childAt(address: string): AgentChild | undefined {
    const [host] = address.split(':');
    return this.children.find(({ node }) => node.address === host);
  }

  logTail(node: DemoNode): Promise<readonly string[]> {
    return this.childAt(node.address)?.logTail() ?? Promise.resolve([]);
  }

  /**
   * Waits until every agent answers, knows a leader and sees all members of its datacenter.
   *
   * Rejects with what the slowest one still waited for after half a minute.
   */
  async untilReady(board: ProgressBoard, signal: AbortSignal): Promise<void> {
    await Promise.all(this.children.map((child) => this.#untilReady(child, board, signal)));
  }

  /** Ends all of them. Resolves when no process is left. */
  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
  }

  async #untilReady(child: AgentChild, board: ProgressBoard, signal: AbortSignal): Promise<void> {
    const { node, pid } = child;
    const { label, address } = node;
    let state = 'waits for its HTTP port';
    const isReady = await waitUntil(
      async () => {
        board.update({ label, address, pid, state });
        if (child.end !== undefined) throw new Error(`${label} has ended: ${child.end}`);
        state = await stateOf(node, state);
        if (state !== READY) return undefined;
        board.update({ label, address, pid, state });
        return true;
      },
      { clock: this.#clock, signal, timeoutMs: READY_TIMEOUT_MS, intervalMs: POLL_INTERVAL_MS },
    );
    if (isReady === undefined) {
      throw new Error(`${label} still ${state} after ${formatSeconds(READY_TIMEOUT_MS)}`);
    }
  }
}

/** What an agent waits for; `former` while it does not answer. */
async function stateOf(node: DemoNode, former: string): Promise<string> {
  try {
    const leader = await getJson(node, '/v1/status/leader');
    if (leader.text() === '') return 'waits for a leader';
    const members = await getJson(node, '/v1/agent/members');
    const alive = members.items().filter((member) => member.field('Status').number() === ALIVE);
    return alive.length < MEMBER_COUNT ? 'waits for all members' : READY;
  } catch {
    return former;
  }
}

async function getJson(node: DemoNode, path: string): Promise<JsonView> {
  const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  const response = await fetch(`${httpAddressOf(node)}${path}`, { signal });
  // A server without a leader answers with an error, which is an answer too.
  return new JsonView(response.ok ? await response.json() : await response.text().then(() => ''));
}
