import { type Clock, createTcpTransport, type Endpoint, formatEndpoint } from '@konsul/runtime';
import type { Keyring } from '@konsul/swim';
import type { Tags } from '../../core/messages.js';
import { SerfError } from '../../errors.js';
import type { IpcBackend } from '../../ipc/ipc-backend.js';
import { IpcServer } from '../../ipc/ipc-server.js';
import type { LogBook } from '../../ipc/log-book.js';
import { reasonOf } from '../../ipc/reason-of.js';
import { join, type OperationParts, runOperation, startQuery } from '../../ipc/serf-operations.js';
import { createSerf } from '../../node/serf-node.js';
import type { Serf } from '../../serf.js';
import { AgentEvents } from './agent-events.js';
import type { AgentHost } from './agent-host.js';
import type { AgentSettings } from './agent-settings.js';
import { type EventScript, parseEventScript } from './event-script.js';
import { loadKeyring } from './keyring-file.js';
import { type AgentAddresses, resolveAddresses } from './resolve-addresses.js';
import { runtimeStats } from './runtime-stats.js';
import { ScriptRunner } from './script-runner.js';
import { serfOptionsOf } from './serf-options.js';
import { loadTagsFile, saveTagsFile } from './tags-file.js';

/** What an agent is made from. */
export interface SerfAgentOptions {
  readonly settings: AgentSettings;
  readonly host: AgentHost;
  readonly clock: Clock;
  readonly logBook: LogBook;
}

interface Prepared extends SerfAgentOptions {
  readonly addresses: AgentAddresses;
  readonly scripts: readonly EventScript[];
  readonly tags: Tags;
  readonly keyring: Keyring | undefined;
}

/** Exit code of an agent that did not stop because somebody wanted it to. */
const EXIT_FAULT = 1;

/** A member of a Serf pool with its command port and its event scripts. */
export class SerfAgent {
  readonly serf: Serf;
  /** Resolves when the agent has stopped, with the exit code of its process. */
  readonly stopped: Promise<number>;
  readonly #parts: Prepared;
  readonly #ipc: IpcServer;
  readonly #runner: ScriptRunner;
  #scripts: readonly EventScript[];
  #onStopped: (exitCode: number) => void = () => undefined;
  #stopping: Promise<void> | undefined;
  #cancelRetry: () => void = () => undefined;

  /**
   * Reads the files that settings name, and resolves addresses.
   *
   * @throws SerfError INVALID_CONFIG.
   */
  static async prepare(options: SerfAgentOptions): Promise<SerfAgent> {
    const { settings, host } = options;
    const addresses = await resolveAddresses(settings, host);
    const scripts = settings.eventHandlers.flatMap(parseEventScript);
    const keyring = await loadKeyring(settings, host);
    return new SerfAgent({ ...options, addresses, scripts, tags: await tagsOf(options), keyring });
  }

  private constructor(parts: Prepared) {
    const { settings, host, clock, logBook, addresses } = parts;
    this.#parts = parts;
    this.#scripts = parts.scripts;
    this.stopped = new Promise((resolve) => {
      this.#onStopped = resolve;
    });
    this.serf = createSerf(serfOptionsOf(parts));
    const events = new AgentEvents(this.serf, logBook);
    const self = (): ReturnType<Serf['localMember']> => this.serf.localMember();
    this.#runner = new ScriptRunner({ host, clock, logBook, self });
    this.#runner.update(parts.scripts);
    events.listen((event) => this.#runner.handle(event));
    this.#ipc = new IpcServer({
      transport: createTcpTransport(addresses.rpc),
      backend: this.#backend(events),
      logBook,
      clock,
      ...(settings.rpcAuthKey === undefined ? {} : { authKey: settings.rpcAuthKey }),
    });
    for (const end of ['name-lost', 'fault'] as const) {
      this.serf.on(end, () => this.#onSerfStopped());
    }
  }

  /** Whether gossip is encrypted. */
  get isEncrypted(): boolean {
    return (this.#parts.keyring?.size ?? 0) > 0;
  }

  /** Begins to gossip, then to take commands. @returns where commands are taken. */
  async start(): Promise<Endpoint> {
    const { settings, logBook } = this.#parts;
    logBook.write('INFO', 'agent: Serf agent starting');
    await this.serf.start();
    const rpc = await this.#ipc.start();
    if (settings.rpcAuthKey === undefined && !/^(127\.|::1$)/.test(rpc.host)) {
      logBook.write('WARN', 'agent: other machines may give commands without a key; set rpc_auth');
    }
    return rpc;
  }

  /** Joins the pool of these peers. @throws SerfError JOIN_FAILED when none agreed. */
  async join(peers: readonly string[]): Promise<number> {
    const { settings, logBook } = this.#parts;
    const { error, count } = await join(
      { serf: this.serf, logBook },
      peers,
      settings.isReplayingOnJoin,
    );
    if (error !== undefined) throw new SerfError('JOIN_FAILED', error);
    return count;
  }

  /** Joins in the background, again and again until it works or has been tried often enough. */
  retryJoin(): void {
    const { settings, logBook, clock } = this.#parts;
    const { retryJoin: peers, retryIntervalMs, retryCountMax } = settings;
    let attemptCount = 0;
    const attempt = async (): Promise<void> => {
      attemptCount += 1;
      logBook.write('INFO', `agent: Joining cluster...(replay: ${settings.isReplayingOnJoin})`);
      try {
        const count = await this.join(peers);
        logBook.write('INFO', `agent: Join completed. Synced with ${count} initial agents`);
      } catch (error) {
        if (this.#stopping !== undefined) return;
        if (retryCountMax > 0 && attemptCount > retryCountMax) {
          logBook.write('ERR', 'agent: maximum retry join attempts made, exiting');
          await this.stop(EXIT_FAULT);
          return;
        }
        const detail = `${reasonOf(error)}, retrying in ${retryIntervalMs / 1000}s`;
        logBook.write('WARN', `agent: Join failed: ${detail}`);
        this.#cancelRetry = clock.schedule(clock.nowMs() + retryIntervalMs, () => void attempt());
      }
    };
    if (peers.length > 0) void attempt();
  }

  /** Says goodbye to the pool. */
  async leave(): Promise<void> {
    this.#parts.logBook.write('INFO', 'agent: requesting graceful leave from Serf');
    await this.serf.leave();
  }

  /** Stops without a word to others; harmless when repeated. */
  stop(exitCode = 0): Promise<void> {
    this.#stopping ??= this.#stop(exitCode);
    return this.#stopping;
  }

  /** Takes over tags and event scripts. @throws SerfError INVALID_CONFIG, TOO_LARGE, TIMEOUT. */
  async reload(settings: AgentSettings): Promise<void> {
    const scripts = settings.eventHandlers.flatMap(parseEventScript);
    this.#scripts = scripts;
    this.#runner.update(scripts);
    if (this.#parts.settings.tagsFile === undefined) await this.serf.setTags(plainTags(settings));
  }

  /** For people: what was bound, and how. */
  describe(rpc: Endpoint): readonly (readonly [string, string])[] {
    const { settings, addresses } = this.#parts;
    const { host, port } = this.serf.localMember().endpoint;
    const bind = { host: addresses.bind.host, port: addresses.bind.port || port };
    const { advertise } = addresses;
    return [
      ['Node name', `'${this.serf.config.swim.name}'`],
      ['Bind addr', `'${formatEndpoint(bind)}'`],
      ...(advertise === undefined
        ? []
        : [['Advertise addr', `'${formatEndpoint({ host, port })}'`] as const]),
      ['RPC addr', `'${formatEndpoint(rpc)}'`],
      ['Encrypted', String(this.isEncrypted)],
      ['Snapshot', String(settings.snapshotPath !== undefined)],
      ['Profile', settings.profile],
      ['Message Compression Enabled', String(settings.isCompressionEnabled)],
    ];
  }

  #backend(events: AgentEvents): IpcBackend {
    const parts: OperationParts = {
      serf: this.serf,
      logBook: this.#parts.logBook,
      agentStats: () => runtimeStats(this.#scripts),
      isEncrypted: () => this.isEncrypted,
      setTags: (tags) => this.#setTags(tags),
      leave: () => this.#leaveByCommand(),
    };
    return {
      run: (operation) => runOperation(parts, operation),
      query: (request) => startQuery(parts, request),
      onLeaveAnswered: () => void this.stop(),
      onEvent: (listener) => events.listen(listener),
    };
  }

  async #leaveByCommand(): Promise<void> {
    this.#parts.logBook.write('INFO', 'agent.ipc: Graceful leave triggered');
    await this.leave();
  }

  /** Keeps tags that were accepted, also when it is not known whether all have heard of them. */
  async #setTags(tags: Tags): Promise<void> {
    const { settings, host } = this.#parts;
    const failure = await this.serf.setTags(tags).then(
      () => undefined,
      (error: unknown) => error,
    );
    const isAccepted = !(failure instanceof SerfError) || failure.code === 'TIMEOUT';
    if (settings.tagsFile !== undefined && isAccepted) {
      await saveTagsFile(settings.tagsFile, tags, host);
    }
    if (failure !== undefined) throw failure;
  }

  /** By a defect, or because another member has its name: a supervisor must not take it for a wanted end. */
  #onSerfStopped(): void {
    if (this.#stopping !== undefined) return;
    this.#parts.logBook.write('WARN', 'agent: Serf shutdown detected, quitting');
    void this.stop(EXIT_FAULT);
  }

  async #stop(exitCode: number): Promise<void> {
    const { logBook } = this.#parts;
    logBook.write('INFO', 'agent: requesting serf shutdown');
    this.#cancelRetry();
    this.#runner.stop();
    await this.serf.stop().catch((error: unknown) => {
      logBook.write('ERR', `agent: serf shutdown failed: ${reasonOf(error)}`);
    });
    logBook.write('INFO', 'agent: shutdown complete');
    await this.#ipc.close();
    this.#onStopped(exitCode);
  }
}

/** Tags as settings have them, the old `role` among them. */
function plainTags({ tags, role }: AgentSettings): Tags {
  return role === undefined || role === '' ? tags : { ...tags, role };
}

async function tagsOf({ settings, host, logBook }: SerfAgentOptions): Promise<Tags> {
  const tags = plainTags(settings);
  if (settings.tagsFile === undefined) return tags;
  if (Object.keys(tags).length > 0) {
    throw new SerfError('INVALID_CONFIG', 'Tags config not allowed while using tag files');
  }
  const kept = await loadTagsFile(settings.tagsFile, host);
  if (kept === undefined) return tags;
  const count = Object.keys(kept).length;
  logBook.write('INFO', `agent: Restored ${count} tag(s) from ${settings.tagsFile}`);
  return kept;
}
