import type { SequentialModel } from './linearizability.js';

/** Operations on one register. A missing value is `undefined`. */
export type RegisterInput =
  | { readonly type: 'read' }
  | { readonly type: 'write'; readonly value: string }
  /** Writes `value` if the register holds `expected`. */
  | { readonly type: 'cas'; readonly expected: string | undefined; readonly value: string };

/** Answers of a register; a write is only confirmed. */
export type RegisterOutput =
  | { readonly type: 'read'; readonly value: string | undefined }
  | { readonly type: 'written' }
  | { readonly type: 'cas'; readonly isSwapped: boolean };

/** States are boxed, because an empty register is a state too. */
export interface RegisterState {
  readonly value: string | undefined;
}

/** A register that is read, written and compared-and-set. It begins without a value. */
export const registerModel: SequentialModel<RegisterState, RegisterInput, RegisterOutput> = {
  initial: { value: undefined },
  step(state, input, output) {
    switch (input.type) {
      case 'read':
        return output?.type !== 'read' || output.value === state.value ? state : undefined;
      case 'write':
        return { value: input.value };
      case 'cas': {
        const isSwapped = state.value === input.expected;
        if (output?.type === 'cas' && output.isSwapped !== isSwapped) return undefined;
        return isSwapped ? { value: input.value } : state;
      }
    }
  },
  stateKey: ({ value }) => (value === undefined ? '' : `=${value}`),
};

/** Operations on a list that only grows. */
export type AppendInput =
  | { readonly type: 'append'; readonly value: string }
  | { readonly type: 'read' };

/** The whole list for a read; undefined confirms an append. */
export type AppendOutput = readonly string[] | undefined;

/**
 * A list to which unique values are appended and which is read whole: the workload that shows most
 * per operation, because each read tells the order of all appends before it.
 */
export const appendModel: SequentialModel<readonly string[], AppendInput, AppendOutput> = {
  initial: [],
  step(state, input, output) {
    if (input.type === 'append') return [...state, input.value];
    if (output === undefined) return state;
    const isSame =
      output.length === state.length && output.every((value, index) => value === state[index]);
    return isSame ? state : undefined;
  },
};
