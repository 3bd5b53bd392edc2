/** How long a case may take in all, unless told otherwise: less than most test runners allow. */
const TIMEOUT_MS = 4_000;

/**
 * What came of a case. `not-applicable` means that nothing was checked, because the subject lacks
 * what the case needs; a test should say so, for example by `context.skip(outcome.reason)`.
 */
export type ContractOutcome =
  | { readonly type: 'holds' }
  | { readonly type: 'not-applicable'; readonly reason: string };

/** Options of {@link ContractCase.run}. */
export interface ContractRunOptions {
  /** Real time that the case may take, in milliseconds. Default 4000. */
  readonly timeoutMs?: number;
}

/** One thing that must hold of every implementation. */
export interface ContractCase<Subject> {
  readonly name: string;
  /**
   * Ends in bounded time: throws when it does not hold, or when what it waits for does not come,
   * which the message names. What cannot be checked on this subject is also told by a warning of
   * the process, so that nobody who ignores the outcome takes it for checked.
   */
  readonly run: (subject: Subject, options?: ContractRunOptions) => Promise<ContractOutcome>;
}

/** Awaits something, by a name that the error has if it never comes. */
export type Wait = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** Says that a subject does not have what a case needs. */
export class NotApplicable {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A case whose body is given what it was made of the subject, and that lets go of it at the end. */
export function contractCase<Subject, Setting>(
  name: string,
  setting: {
    readonly create: (subject: Subject, wait: Wait) => Setting;
    readonly dispose: (setting: Setting) => Promise<void>;
  },
  body: (setting: Setting, wait: Wait) => Promise<void>,
): ContractCase<Subject> {
  return {
    name,
    run: async (subject, { timeoutMs = TIMEOUT_MS } = {}): Promise<ContractOutcome> => {
      const used: Setting[] = [];
      try {
        await bounded(timeoutMs, (wait) => {
          const made = setting.create(subject, wait);
          used.push(made);
          return body(made, wait);
        });
        return { type: 'holds' };
      } catch (error) {
        if (!(error instanceof NotApplicable)) throw error;
        const { reason } = error;
        process.emitWarning(`not checked: ${name}: ${reason}`, 'ContractWarning');
        return { type: 'not-applicable', reason };
      } finally {
        // What is broken may not even close; the case has its answer.
        const closing = used.map((made) => setting.dispose(made));
        await bounded(timeoutMs, () => Promise.all(closing)).catch(() => undefined);
      }
    },
  };
}

async function bounded(timeoutMs: number, run: (wait: Wait) => Promise<unknown>): Promise<void> {
  const awaited = new Set<{ readonly what: string }>();
  const wait: Wait = async (what, work) => {
    const one = { what };
    awaited.add(one);
    try {
      return await work();
    } finally {
      awaited.delete(one);
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const what = [...awaited].map((one) => one.what).join(', and for ');
      reject(new Error(`waited ${timeoutMs} ms for ${what || 'the case to end'}`));
    }, timeoutMs);
  });
  try {
    await Promise.race([run(wait), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
