import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const running = new Set();

/** Ends every process that was started here, also one that was stopped by a signal. */
export function endAll() {
  for (const child of running) child.kill('SIGKILL');
}

/** One member; started again under the same name after it was killed. */
export class MemberProcess {
  #command;
  #argument;
  #onEvent;
  #child;
  #askedId = 0;
  #waiting = new Map();
  #stderr = '';
  /** running, stopped or killed. */
  state = 'killed';

  constructor({ command, argument, onEvent }) {
    this.#command = command;
    this.#argument = argument;
    this.#onEvent = onEvent;
  }

  get name() {
    return this.#argument.name;
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Resolves when the process says that it listens. */
  start() {
    const [file, ...words] = this.#command.split(' ').filter((word) => word !== '');
    const child = spawn(file, [...words, JSON.stringify(this.#argument)]);
    this.#child = child;
    this.state = 'running';
    running.add(child);
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (bytes) => {
      this.#stderr = `${this.#stderr}${bytes}`.slice(-2_000);
    });
    return new Promise((resolve, reject) => {
      const isWanted = () => this.#child === child && this.state !== 'killed';
      child.once('error', reject);
      child.once('close', (code) => {
        running.delete(child);
        const reason = new Error(`${this.name} ended with ${code}: ${this.#stderr}`);
        if (isWanted()) this.#onEvent(this, { ev: 'crash', reason: reason.message });
        reject(reason);
      });
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (!line.startsWith('{')) return;
        const event = JSON.parse(line);
        if (event.ev === 'up') resolve();
        if (event.ev === 'members') this.#waiting.get(event.id)?.(event.live);
        else if (isWanted()) this.#onEvent(this, event);
      });
    });
  }

  kill() {
    this.state = 'killed';
    this.#child.kill('SIGKILL');
  }

  stop() {
    this.state = 'stopped';
    this.#child.kill('SIGSTOP');
  }

  resume() {
    this.state = 'running';
    this.#child.kill('SIGCONT');
  }

  /** Names of the live members as this one sees them; undefined when it does not answer in time. */
  members(timeoutMs) {
    this.#askedId += 1;
    const id = this.#askedId;
    return new Promise((resolve) => {
      const finish = (live) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(live);
      };
      const timer = setTimeout(finish, timeoutMs, undefined);
      this.#waiting.set(id, finish);
      this.#child.stdin.write(`${JSON.stringify({ cmd: 'members', id })}\n`);
    });
  }
}
