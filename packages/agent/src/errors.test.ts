import { expect, test } from 'vitest';
import { AgentError, isAgentError } from './errors.js';

test('an error says its code in front, and its detail without', () => {
  const cause = new Error('why');
  const error = new AgentError('DATA_DIRECTORY', 'data_dir "/d" is in use', { cause });
  expect(error.message).toBe('[DATA_DIRECTORY] data_dir "/d" is in use');
  expect(error).toMatchObject({ detail: 'data_dir "/d" is in use', cause });
});

test('control characters are shown as what they are, lines and columns are kept', () => {
  const error = new AgentError('INVALID_CONFIG', 'unexpected \u0000\u001b[2J\u009b at\n\tname: é');
  expect(error.detail).toBe('unexpected \\u0000\\u001b[2J\\u009b at\n\tname: é');
  expect(error.message).toBe(`[INVALID_CONFIG] ${error.detail}`);
});

test('an error is recognised by name and code, also one of another copy of this package', () => {
  const error = new AgentError('LISTEN_FAILED', 'x');
  const foreign = Object.assign(new Error('x'), { name: 'AgentError', code: 'LISTEN_FAILED' });
  for (const value of [error, foreign]) {
    expect(isAgentError(value)).toBe(true);
    expect(isAgentError(value, 'LISTEN_FAILED')).toBe(true);
    expect(isAgentError(value, 'INVALID_CONFIG')).toBe(false);
  }
  for (const value of [new Error('x'), { name: 'AgentError' }, 'AgentError', undefined]) {
    expect(isAgentError(value)).toBe(false);
  }
});
