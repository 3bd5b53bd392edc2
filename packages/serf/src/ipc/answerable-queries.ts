import type { IncomingQuery } from '../incoming-query.js';

/** Queries of the pool that a client was told of and may answer by their number. */
export class AnswerableQueries {
  readonly #countMax: number;
  readonly #queries = new Map<number, IncomingQuery>();
  #idNext = 1;

  constructor(countMax: number) {
    this.#countMax = countMax;
  }

  /** @returns the number by which it can be answered until its deadline. */
  add(query: IncomingQuery, nowMs: number): number {
    if (this.#queries.size >= this.#countMax) this.#makeRoom(nowMs);
    const id = this.#idNext;
    this.#idNext += 1;
    this.#queries.set(id, query);
    return id;
  }

  get(id: number): IncomingQuery | undefined {
    return this.#queries.get(id);
  }

  /** Those that have ended go, and the oldest if there are none. */
  #makeRoom(nowMs: number): void {
    for (const [id, query] of this.#queries) {
      if (query.deadlineMs <= nowMs) this.#queries.delete(id);
    }
    const oldest = this.#queries.keys().next();
    if (this.#queries.size >= this.#countMax && !oldest.done) this.#queries.delete(oldest.value);
  }
}
