// Processes of Serf, real ones and ours, as the programs beside this file start, ask, compare and end them.
import { execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const OUR_PROGRAM = fileURLToPath(new URL('../packages/serf/bin/konsul-serf.mjs', import.meta.url));
/** How either kind of program is called. */
export const PROGRAMS = { go: ['serf'], ts: [process.execPath, OUR_PROGRAM] };
/** The longest that a command may take; `serf leave` waits for others. */
const COMMAND_MS_MAX = 60_000;
/** The longest that anything may take to come about, also on a machine that is busy with other work. */
export const WAIT_MS_MAX = 90_000;
const POLL_MS = 150;
const OUTPUT_CHARS_MAX = 200_000;
const OUTPUT_LINES_SHOWN = 30;
const running = new Set();

function keep(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** A process that runs until it is told to end, in a group with those that it starts. */
export function start([program, ...words]) {
  return keep(spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
}

/** Runs a command to its end. */
export function run([program, ...words], env = {}) {
  return new Promise((resolve) => {
    const options = { timeout: COMMAND_MS_MAX, env: { ...process.env, ...env } };
    keep(
      execFile(program, words, options, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : (error.code ?? error.signal), stdout, stderr });
      }),
    );
  });
}

function endGroup({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It leads no group, or has just ended.
  }
}

/** Ends every process that was started here. */
function endAll() {
  for (const child of running) {
    endGroup(child);
    child.kill('SIGKILL');
  }
}

/** Waits until nothing is amiss; `find` says what is. */
export async function untilNothing(what, find, limitMs = WAIT_MS_MAX) {
  const endMs = Date.now() + limitMs;
  for (;;) {
    const amiss = await find();
    if (amiss === undefined) return;
    if (Date.now() > endMs) throw new Error(`not within ${limitMs} ms: ${what}\n${amiss}`);
    await delay(POLL_MS);
  }
}

/** Waits until something holds. */
export async function until(what, condition, limitMs) {
  await untilNothing(what, async () => ((await condition()) ? undefined : ''), limitMs);
}

/** An agent of either kind (`go` or `ts`), driven by the real `serf` command. Its files survive a restart. */
export class SerfAgent {
  output = '';
  /** Exit code or signal of a process that has ended. */
  exit;
  #process;
  #exited = Promise.resolve();

  constructor({ kind = 'go', name, host, directory, env = {} }) {
    this.kind = kind;
    this.name = name;
    this.host = host;
    this.bind = { host, port: 17_946 };
    this.gossip = `${host}:17946`;
    this.rpc = `-rpc-addr=${host}:17373`;
    this.eventFile = join(directory, `${name}.events`);
    this.env = env;
  }

  get pid() {
    return this.#process?.pid;
  }

  start(...flags) {
    const own = [`-node=${this.name}`, `-bind=${this.gossip}`, this.rpc, '-log-level=debug'];
    this.#process = start([...PROGRAMS[this.kind], 'agent', ...own, ...flags]);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on('data', (chunk) => {
        this.output = `${this.output}${chunk}`.slice(-OUTPUT_CHARS_MAX);
      });
    }
    this.exit = undefined;
    this.#exited = new Promise((resolve) => {
      this.#process.once('exit', (code, signal) => {
        this.exit = code ?? signal;
        resolve(this.exit);
      });
    });
  }

  /** Resolves with the exit code once the process has ended. */
  async ended() {
    return await this.#exited;
  }

  async kill() {
    if (this.exit === undefined) this.#process?.kill('SIGKILL');
    return await this.#exited;
  }

  /** Runs a command against this agent: the real one, or another program's. */
  async ask(verb, ...words) {
    return await this.askBy(PROGRAMS.go, verb, ...words);
  }

  async askBy(program, verb, ...words) {
    return await run([...program, verb, this.rpc, ...words], this.env);
  }

  /** Like `ask`, for what must succeed. */
  async tell(verb, ...words) {
    const { code, stdout, stderr } = await this.ask(verb, ...words);
    if (code === 0) return stdout;
    const what = `serf ${verb} ${words.join(' ')}, asked of ${this.name}`;
    throw new Error(`${what}: exit ${code}\n${stdout}${stderr}`);
  }

  /** Waits until it answers on its command port. */
  async ready() {
    await until(`${this.name} answers`, async () => {
      if (this.exit !== undefined) throw new Error(`${this.name} ended with ${this.exit}`);
      return (await this.members()) !== undefined;
    });
  }

  /** What this agent reports of everybody; undefined when it does not answer. */
  async members() {
    const { code, stdout } = await this.ask('members', '-format=json');
    return code === 0 ? (JSON.parse(stdout).members ?? []) : undefined;
  }

  async member(name) {
    return (await this.members())?.find((member) => member.name === name);
  }

  async statusOf(name) {
    return (await this.member(name))?.status;
  }

  /** Whether it answers, and knows of nobody with this name. */
  async hasForgotten(name) {
    return (await this.members())?.every((member) => member.name !== name) === true;
  }

  /** What its event scripts have written. */
  async events() {
    return await readFile(this.eventFile, 'utf8').catch(() => '');
  }

  /** How things look from here, for who is to find out why a check failed. */
  async view() {
    const { stdout, stderr } = await this.ask('members');
    const log = this.output.trimEnd().split('\n').slice(-OUTPUT_LINES_SHOWN).join('\n');
    return `${stdout}${stderr}its log:\n${log}`;
  }
}

/** A run against the real program: what was checked, and how each side sees things when it fails. */
class Trial {
  checkCount = 0;
  #watched = [];
  #isShown = false;

  constructor({ directory, version }) {
    this.directory = directory;
    this.version = version;
  }

  /** From now on a failure shows what these have to say: a `name` and a `view()` each. */
  watch(...viewers) {
    this.#watched = viewers;
  }

  /** Takes a step, and prints that what it is to show holds. */
  async check(what, action) {
    const startMs = Date.now();
    try {
      await action();
    } catch (error) {
      console.error(`FAILED: ${what}`);
      await this.showViews();
      throw error;
    }
    this.note(`${what} (${((Date.now() - startMs) / 1000).toFixed(1)} s)`);
  }

  note(what) {
    this.checkCount += 1;
    console.log(`ok ${this.checkCount} - ${what}`);
  }

  async showViews() {
    if (this.#isShown) return;
    this.#isShown = true;
    const texts = await Promise.all(
      this.#watched.map(async (viewer) => {
        return `--- ${viewer.name} sees\n${await viewer.view()}`;
      }),
    );
    console.error(texts.join('\n'));
  }
}

function rejectAfter(limitMs) {
  return new Promise((_, reject) => {
    const error = new Error(`not done within ${limitMs / 1000} s`);
    setTimeout(() => reject(error), limitMs).unref();
  });
}

/**
 * Runs a program's checks, and ends this process: with 1 when something does not hold or takes longer than
 * it may. Says SKIPPED where there is no `serf`. Whatever ends this process, it ends those that it started
 * first, and leaves no files.
 */
export async function tryAgainstSerf({ limitMs, action }) {
  const { code, stdout } = await run(['serf', 'version']);
  if (code !== 0) {
    console.log('SKIPPED: no serf on this machine (Debian: apt-get install serf)');
    return;
  }
  const directory = await mkdtemp(join(tmpdir(), 'konsul-interop-'));
  process.once('exit', () => {
    endAll();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  // A second signal must not cut the clearing up short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
  const trial = new Trial({ directory, version: stdout.split('\n')[0] });
  const startMs = Date.now();
  try {
    await Promise.race([action(trial), rejectAfter(limitMs)]);
    console.log(
      `${trial.checkCount} checks in ${((Date.now() - startMs) / 1000).toFixed(0)} s, against serf ` +
        trial.version,
    );
  } catch (error) {
    await trial.showViews();
    console.error(`NOT OK after ${trial.checkCount} checks:`, error);
    process.exitCode = 1;
  }
  process.exit();
}
