import { ok, rejects } from 'node:assert/strict';

/** One thing that every implementation must do; run each against a fresh subject. */
export interface ContractCase<Subject extends ContractSubject> {
  /** What must hold, as a test name. */
  readonly name: string;
  /** Resolves when it holds; rejects with an AssertionError when it does not. */
  run(makeSubject: () => Subject | Promise<Subject>): Promise<void>;
}

/** What every subject of a contract has. */
export interface ContractSubject {
  /** Lets time pass until something holds; rejects when it does not within reason. */
  until(condition: () => boolean): Promise<void>;
  /** Gives everything back. */
  close(): Promise<void>;
}

/** Makes a case that closes its subject in the end. */
export function contractCase<Subject extends ContractSubject>(
  name: string,
  body: (subject: Subject) => Promise<void>,
): ContractCase<Subject> {
  return {
    name,
    async run(makeSubject): Promise<void> {
      const subject = await makeSubject();
      try {
        await body(subject);
      } finally {
        await subject.close();
      }
    },
  };
}

/** Waits for a promise while the subject lets time pass. */
export async function settled<T>(subject: ContractSubject, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const note = (): void => {
    isSettled = true;
  };
  promise.then(note, note);
  await subject.until(() => isSettled);
  return await promise;
}

/** Demands that a promise rejects with an Error of the given code. */
export async function rejectsWith(
  subject: ContractSubject,
  promise: Promise<unknown>,
  code: string,
): Promise<void> {
  await rejects(settled(subject, promise), (error: unknown) => {
    ok(error instanceof Error, 'rejects with an Error');
    ok('code' in error && error.code === code, `rejects with ${code}, not: ${error.message}`);
    return true;
  });
}
