import { expect, it } from 'vitest';
import { InvariantError, invariant, unreachable } from './invariant.js';

it('says nothing while it holds, and throws with its code when it does not', () => {
  expect(() => invariant(true, 'holds')).not.toThrow();
  expect(() => invariant(false, 'queue is empty')).toThrow(InvariantError);
  expect(() => invariant(false, 'queue is empty')).toThrow('[INVARIANT_BROKEN] queue is empty');
  expect(() => unreachable('new case' as never)).toThrow('"new case"');
});
