import { expect, it } from 'vitest';
import { numberFrom } from './environment.js';

it('takes whole numbers within bounds, and nothing that is not given', () => {
  expect(numberFrom({ SEED: '17' }, 'SEED')).toBe(17);
  expect(numberFrom({}, 'SEED')).toBeUndefined();
});

it.each(['abc', '', '1.5', '-1', '4294967296', '0x10'])('refuses %j by name', (SEED) => {
  const problem = `SEED must be a whole number of 0 to 4294967295; it is ${SEED}`;
  expect(() => numberFrom({ SEED }, 'SEED')).toThrow(problem);
});

it('refuses no seeds at all', () => {
  expect(() => numberFrom({ SIM_SEEDS: '0' }, 'SIM_SEEDS', 1)).toThrow('of 1 to');
});
