import type { Rng } from '@konsul/runtime';
import type { ClockView, ClockViewOptions } from './clock-view.js';
import type { VirtualDiskOptions } from './disk-state.js';
import type { MemoryNetwork } from './memory-network.js';
import { type Boot, createSimulatedNode } from './simulated-node.js';
import type { VirtualClock } from './virtual-clock.js';
import { VirtualDisk } from './virtual-disk.js';

/** What goes when a node goes: the whole machine, or only the process. */
export type CrashType = 'power' | 'process';

export interface WorldNodeOptions {
  readonly name: string;
  readonly address: string;
  readonly boot: Boot;
  readonly clockOptions: ClockViewOptions;
  readonly diskOptions: Omit<VirtualDiskOptions, 'rng' | 'clock'>;
  readonly clock: VirtualClock;
  readonly network: MemoryNetwork;
  readonly rng: (concern: string) => Rng;
  readonly trace: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

/** A node over all its incarnations: keeps its disk, and its clock while it runs. */
export class WorldNode {
  readonly address: string;
  readonly disk: VirtualDisk;
  readonly #options: WorldNodeOptions;
  #view: ClockView | undefined;
  #isPaused = false;
  #incarnation = 0;

  constructor(options: WorldNodeOptions) {
    this.#options = options;
    this.address = options.address;
    const { diskOptions, clock, rng } = options;
    this.disk = new VirtualDisk({ ...diskOptions, rng: rng('disk'), clock });
  }

  get isRunning(): boolean {
    return this.#view !== undefined;
  }

  start(): void {
    if (this.#view !== undefined) return;
    const { name, address, boot, clock, clockOptions, network, rng } = this.#options;
    const incarnation = this.#incarnation;
    this.#incarnation += 1;
    this.#options.trace(`start ${incarnation}`);
    network.bringUp(address);
    const view = clock.view(clockOptions);
    this.#view = view;
    // What an earlier incarnation still says or does, by a promise it had, is nobody's business.
    const isCurrent = (): boolean => this.#view === view;
    const fail = (error: unknown): void => {
      if (isCurrent()) this.#options.fail(error);
    };
    const node = createSimulatedNode({
      name,
      address,
      incarnation,
      clock: view,
      network,
      rng: rng(`${incarnation}`),
      disk: this.disk.session(view),
      trace: (text) => {
        if (isCurrent()) this.#options.trace(text);
      },
      fail,
    });
    try {
      boot(node)?.catch(fail);
    } catch (error) {
      fail(error);
    }
  }

  crash(type: CrashType): void {
    if (this.#view === undefined) return;
    this.#options.trace(`crash ${type}`);
    this.#view.end();
    this.#view = undefined;
    this.#isPaused = false;
    const { network, address } = this.#options;
    if (type === 'power') {
      network.takeDown(address);
      this.disk.crash();
    } else {
      network.killProcess(address);
      this.disk.killProcess();
    }
  }

  pause(): void {
    if (this.#view === undefined || this.#isPaused) return;
    this.#options.trace('pause');
    this.#isPaused = true;
    this.#view.hold();
    this.#options.network.hold(this.address);
  }

  resume(): void {
    if (this.#view === undefined || !this.#isPaused) return;
    this.#options.trace('resume');
    this.#isPaused = false;
    // The network first: what came in is handled before the timers that have become due.
    this.#options.network.release(this.address);
    this.#view.release();
  }

  setClockRate(rate: number): void {
    if (this.#view === undefined) return;
    this.#options.trace(`clock rate ${rate}`);
    this.#view.setRate(rate);
  }

  jumpWall(byMs: number): void {
    if (this.#view === undefined) return;
    this.#options.trace(`wall clock jumps by ${byMs} ms`);
    this.#view.jumpWall(byMs);
  }
}
