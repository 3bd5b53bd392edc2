import { Script } from 'node:vm';
import { type Rng, seededRng } from '@konsul/runtime/core';
import { AllocationMeter } from './allocation-meter.js';
import { HeapWatch } from './heap-watch.js';

/** Something that reads bytes of a stranger. */
export interface FuzzTarget {
  /** In kebab case, unique. */
  readonly name: string;
  /** Every outcome that a campaign must come to, good and bad ones. */
  readonly outcomes: readonly string[];
  /** Inputs that one drawn input counts for: packets of a session; otherwise 1. */
  readonly weight: number;
  /** Most bytes that reading one input may ask memory for. */
  readonly allocatedBytesMax: number;
  /** One input, well formed or damaged. Depends on `rng` alone. */
  draw(rng: Rng): Uint8Array;
  /** Reads it; what is done here counts as reading when memory is measured. */
  read(input: Uint8Array): Examination;
}

/** Throws when something does not hold of what was read; answers which outcomes it came to. */
export type Examination = () => readonly string[];

export interface CampaignOptions {
  readonly seed: number;
  /** As inputs are counted, see {@link FuzzTarget.weight}. */
  readonly inputCount: number;
  /** Called now and then with how many inputs were read. */
  readonly onProgress?: (inputCount: number) => void;
  /** A batch of inputs that takes longer does not end. Default 30,000; it takes about 100. */
  readonly batchTimeoutMs?: number;
}

/** What a campaign came to. */
export interface CampaignReport {
  readonly inputCount: number;
  readonly outcomes: ReadonlyMap<string, number>;
  /** Outcomes that ought to have been reached and were not. */
  readonly missed: readonly string[];
  /** Most bytes that one input made its reader ask for. */
  readonly allocatedBytesPeak: number;
}

/** Inputs of one batch, as they are counted. */
const BATCH_INPUT_COUNT = 512;
const DEFAULT_BATCH_TIMEOUT_MS = 30_000;
const BATCH_KEY = Symbol.for('konsul.fuzz.batch');
const batchScript = new Script("globalThis[Symbol.for('konsul.fuzz.batch')]()");

/**
 * Feeds one target with inputs, each a function of seed and number alone, so that what fails can be
 * drawn again.
 *
 * @throws Error with target, seed, number and the input in hex, when something does not hold, throws,
 * does not end, asks for too much memory or keeps it.
 */
export function runCampaign(target: FuzzTarget, options: CampaignOptions): CampaignReport {
  const { inputCount, onProgress } = options;
  const runCount = Math.max(1, Math.ceil(inputCount / target.weight));
  const campaign = new Campaign(target, options);
  const batchCount = Math.max(1, Math.floor(BATCH_INPUT_COUNT / target.weight));
  for (let first = 0; first < runCount; first += batchCount) {
    const end = Math.min(runCount, first + batchCount);
    campaign.runBatch(first, end);
    onProgress?.(end * target.weight);
  }
  return campaign.report(runCount * target.weight);
}

/** The input of this number. */
export function drawInput(target: FuzzTarget, seed: number, number: number): Uint8Array {
  // Neighbouring numbers give unrelated generators: seeding mixes every bit.
  return target.draw(seededRng(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca77)));
}

class Campaign {
  readonly #target: FuzzTarget;
  readonly #seed: number;
  readonly #batchTimeoutMs: number;
  readonly #outcomes = new Map<string, number>();
  readonly #meter = new AllocationMeter();
  readonly #heap = new HeapWatch();
  #number = 0;
  #allocatedBytesPeak = 0;

  constructor(target: FuzzTarget, { seed, batchTimeoutMs }: CampaignOptions) {
    this.#target = target;
    this.#seed = seed;
    this.#batchTimeoutMs = batchTimeoutMs ?? DEFAULT_BATCH_TIMEOUT_MS;
  }

  runBatch(first: number, end: number): void {
    const body = (): void => {
      for (this.#number = first; this.#number < end; this.#number += 1) this.#runOne();
    };
    this.#meter.start();
    try {
      runWithin(this.#batchTimeoutMs, body);
      this.#heap.check();
    } catch (error) {
      this.#meter.stop();
      throw this.#failure(error);
    }
    this.#meter.stop();
  }

  report(inputCount: number): CampaignReport {
    return {
      inputCount,
      outcomes: this.#outcomes,
      missed: this.#target.outcomes.filter((outcome) => !this.#outcomes.has(outcome)),
      allocatedBytesPeak: this.#allocatedBytesPeak,
    };
  }

  #runOne(): void {
    const input = drawInput(this.#target, this.#seed, this.#number);
    this.#meter.allocatedBytes = 0;
    const examine = this.#target.read(input);
    const { allocatedBytes } = this.#meter;
    if (allocatedBytes > this.#target.allocatedBytesMax) {
      throw new Error(`asked for ${allocatedBytes} bytes of memory`);
    }
    this.#allocatedBytesPeak = Math.max(this.#allocatedBytesPeak, allocatedBytes);
    for (const outcome of examine()) {
      this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    }
  }

  #failure(cause: unknown): Error {
    const { name } = this.#target;
    const input = drawInput(this.#target, this.#seed, this.#number);
    const place = `target ${name}, seed ${this.#seed}, input ${this.#number}`;
    const hex = Buffer.from(input).toString('hex');
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new Error(`${place}: ${reason}\nhex: ${hex}`, { cause });
  }
}

/** Unlike any check inside it, this ends a body that loops without end. */
function runWithin(timeoutMs: number, body: () => void): void {
  Reflect.set(globalThis, BATCH_KEY, body);
  try {
    batchScript.runInThisContext({ timeout: timeoutMs });
  } finally {
    Reflect.deleteProperty(globalThis, BATCH_KEY);
  }
}
