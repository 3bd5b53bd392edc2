import { setTimeout as delay } from 'node:timers/promises';
import { useOf } from '../../bench/harness/machine.mjs';
import { MemberProcess } from './member-process.mjs';

const START_COUNT = 4;
const SAMPLE_INTERVAL_MS = 2_000;
const PROGRESS_INTERVAL_MS = 15_000;
const FORM_TIMEOUT_MS = 120_000;
const AGREE_TIMEOUT_MS = 120_000;
const ANSWER_TIMEOUT_MS = 5_000;
const POLL_PAUSE_MS = 250;
/** Seeds that every later member joins; never touched, so they are there. */
const CONTACT_COUNT = 3;

/** One cluster of one implementation, disturbed as planned. Times are in seconds since it had formed. */
export class SoakRun {
  #options;
  #processes = new Map();
  #untouched;
  #startedAtMs = 0;
  #isForming = true;
  #record = { failures: [], suspicions: 0, samples: [], crashes: [], done: [], heard: [] };

  /** `options`: side, command, plan, names, host, basePort, profile, durationS, log. */
  constructor(options) {
    this.#options = options;
    this.#untouched = new Set(options.plan.untouched);
    const { names, host, basePort, profile, command, plan } = options;
    const contacts = plan.untouched.slice(0, CONTACT_COUNT);
    const addressOf = (name) => `${host}:${basePort + names.indexOf(name)}`;
    for (const name of names) {
      const join = contacts.filter((contact) => contact !== name).map(addressOf);
      const port = basePort + names.indexOf(name);
      const argument = { name, host, port, profile, join };
      const onEvent = (process, event) => this.#onEvent(process, event);
      this.#processes.set(name, new MemberProcess({ command, argument, onEvent }));
    }
  }

  /** Starts, disturbs, and waits until everybody agrees; ends all processes whatever happens. */
  async run() {
    try {
      const formedS = await this.#form();
      this.#startedAtMs = Date.now();
      this.#isForming = false;
      const watch = this.#watch();
      await Promise.all(this.#options.plan.disturbances.map((one) => this.#disturb(one)));
      await this.#until(this.#options.durationS);
      const agreedS = await this.#agree(AGREE_TIMEOUT_MS);
      clearInterval(watch);
      return { formedS, agreedS, ...this.#record };
    } finally {
      for (const process of this.#processes.values()) if (process.pid !== undefined) process.kill();
    }
  }

  #nowS() {
    return (Date.now() - this.#startedAtMs) / 1_000;
  }

  async #until(atS) {
    await delay(Math.max(0, (atS - this.#nowS()) * 1_000));
  }

  /** The untouched first, since the others join them. */
  async #form() {
    const { plan, names } = this.#options;
    const waiting = [...new Set([...plan.untouched, ...names])];
    while (waiting.length > 0) {
      const some = waiting.splice(0, START_COUNT);
      await Promise.all(some.map((name) => this.#processes.get(name).start()));
    }
    const formedS = await this.#agree(FORM_TIMEOUT_MS);
    if (formedS === undefined) throw new Error('the cluster did not form');
    return formedS;
  }

  async #disturb(disturbance) {
    const { type, name, atS, endS } = disturbance;
    const process = this.#processes.get(name);
    await this.#until(atS);
    if (type === 'kill') process.kill();
    else process.stop();
    const done = { ...disturbance, beganS: this.#nowS() };
    this.#record.done.push(done);
    await this.#until(endS);
    if (type === 'kill') await process.start();
    else process.resume();
    done.endedS = this.#nowS();
  }

  #onEvent(process, { ev, node, reason }) {
    if (this.#isForming) return;
    const atS = this.#nowS();
    if (ev === 'crash') this.#record.crashes.push({ name: process.name, atS, reason });
    else if (ev === 'suspect' && this.#untouched.has(node)) this.#record.suspicions += 1;
    else if (ev === 'failed' && this.#untouched.has(node)) {
      const isByUntouched = this.#untouched.has(process.name);
      this.#record.failures.push({ node, by: process.name, isByUntouched, atS });
    } else if (ev === 'failed' && this.#untouched.has(process.name)) {
      this.#record.heard.push({ node, by: process.name, atS });
    }
  }

  /** Samples the memory of the untouched, and says from time to time how it goes. */
  #watch() {
    let shownAtMs = Date.now();
    return setInterval(() => {
      const atS = this.#nowS();
      for (const name of this.#untouched) {
        const { cpuS, rssMb } = useOf(this.#processes.get(name).pid);
        this.#record.samples.push({ name, atS, cpuS, rssMb });
      }
      if (Date.now() - shownAtMs < PROGRESS_INTERVAL_MS) return;
      shownAtMs = Date.now();
      this.#showProgress(atS);
    }, SAMPLE_INTERVAL_MS);
  }

  #showProgress(atS) {
    const { side, durationS, log } = this.#options;
    const states = [...this.#processes.values()].map(({ state }) => state);
    const count = (wanted) => states.filter((state) => state === wanted).length;
    const { done, failures } = this.#record;
    log(
      `${side}: ${Math.round(atS)} of ${durationS} s, ${count('running')} running, ` +
        `${count('stopped')} stopped, ${count('killed')} killed; ${done.length} disturbances, ` +
        `${failures.length} false failures`,
    );
  }

  /** @returns seconds until every process sees exactly all of them, or undefined. */
  async #agree(timeoutMs) {
    const startedAtMs = Date.now();
    const wanted = [...this.#options.names].sort().join();
    while (Date.now() - startedAtMs < timeoutMs) {
      const asked = [...this.#processes.values()];
      const views = await Promise.all(asked.map((process) => process.members(ANSWER_TIMEOUT_MS)));
      const agreeingCount = views.filter((live) => live?.sort().join() === wanted).length;
      if (agreeingCount === asked.length) return (Date.now() - startedAtMs) / 1_000;
      await delay(POLL_PAUSE_MS);
    }
    return undefined;
  }
}
