import { VirtualClock } from '@konsul/simulation';

const MICROTASKS_PER_EVENT = 40;
/** A start that waits for nothing takes longer than one round; nothing else happens meanwhile. */
const IDLE_ROUNDS_MAX = 10;
const PATIENCE_MS = 60_000;

/** Virtual time, which passes only while somebody waits for something. */
export class VirtualTime {
  readonly clock: VirtualClock = new VirtualClock();

  /** Lets time pass until a promise has settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
    };
    promise.then(settle, settle);
    await this.eventually(() => isSettled);
    return promise;
  }

  /** Lets time pass until something holds; throws when a virtual minute was not enough. */
  async eventually(condition: () => boolean): Promise<void> {
    const deadlineMs = this.clock.nowMs() + PATIENCE_MS;
    let idleRounds = 0;
    for (;;) {
      for (let count = 0; count < MICROTASKS_PER_EVENT; count += 1) await undefined;
      if (condition()) return;
      if (this.clock.nowMs() > deadlineMs) throw new Error('it did not happen within a minute');
      idleRounds = this.clock.runNext() ? 0 : idleRounds + 1;
      if (idleRounds > IDLE_ROUNDS_MAX)
        throw new Error('nothing is left that could make it happen');
    }
  }

  /** Lets virtual time pass. */
  async pass(durationMs: number): Promise<void> {
    let isOver = false;
    this.clock.schedule(this.clock.nowMs() + durationMs, () => {
      isOver = true;
    });
    await this.eventually(() => isOver);
  }
}
