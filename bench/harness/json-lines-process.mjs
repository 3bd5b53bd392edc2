import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const STDERR_CHARACTERS_MAX = 4_000;

/** A child process that is told things and answers in JSON, one object per line. */
export class JsonLinesProcess {
  #child;
  #events = [];
  #waiters = new Set();
  #stderr = '';

  /** `command` is split at spaces; `argument` is appended as one JSON text. */
  constructor(command, argument) {
    const [file, ...words] = command.split(' ').filter((word) => word !== '');
    this.#child = spawn(file, [...words, JSON.stringify(argument)]);
    this.exited = new Promise((resolve) => this.#child.once('close', resolve));
    this.#child.once('error', (error) => this.#fail(error));
    this.#child.once('close', (code) => this.#fail(new Error(`${command} ended with ${code}`)));
    this.#child.stdin.on('error', () => undefined);
    this.#child.stderr.on('data', (bytes) => {
      this.#stderr = (this.#stderr + bytes).slice(-STDERR_CHARACTERS_MAX);
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#take(line));
  }

  /**
   * Called with every event, besides those who wait for one.
   *
   * @type {((event: any) => void) | undefined}
   */
  onEvent = undefined;

  send(message) {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  /** The first event for which `isWanted` holds, among those that came already too. */
  find(isWanted, timeoutMs) {
    const known = this.#events.find(isWanted);
    return known === undefined ? this.next(isWanted, timeoutMs) : Promise.resolve(known);
  }

  /** The next event for which `isWanted` holds. */
  next(isWanted, timeoutMs = 60_000) {
    return new Promise((resolve, reject) => {
      const waiter = { isWanted, resolve, reject };
      waiter.timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(`no answer in ${timeoutMs} ms; its last words: ${this.#stderr}`));
      }, timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  /** Sends a command and waits for its event, which has the command's name unless told otherwise. */
  ask(message, { event = message.cmd, timeoutMs = 60_000 } = {}) {
    const answer = this.next(({ ev }) => ev === event, timeoutMs);
    this.send(message);
    return answer;
  }

  /** Ends it without a word of warning. */
  async kill() {
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  /** Asks it to end, and ends it if it does not. */
  async stop() {
    this.send({ cmd: 'stop' });
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 3_000);
    await this.exited;
    clearTimeout(timer);
  }

  #take(line) {
    if (!line.startsWith('{')) return;
    const event = JSON.parse(line);
    this.#events.push(event);
    this.onEvent?.(event);
    for (const waiter of this.#waiters) {
      if (!waiter.isWanted(event)) continue;
      this.#forget(waiter);
      waiter.resolve(event);
    }
  }

  #fail(error) {
    for (const waiter of this.#waiters) {
      this.#forget(waiter);
      waiter.reject(new Error(`${error.message}; its last words: ${this.#stderr}`));
    }
  }

  #forget(waiter) {
    clearTimeout(waiter.timer);
    this.#waiters.delete(waiter);
  }
}
