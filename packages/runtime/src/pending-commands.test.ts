import { describe, expect, test } from 'vitest';
import { PendingCommands } from './pending-commands.js';

/** What a command was given, for tests that complete it later. */
function runOne(commands: PendingCommands<string>): { id: number; result: Promise<string> } {
  let id = 0;
  const result = commands.run((commandId) => {
    id = commandId;
  });
  return { id, result };
}

describe('pending commands', () => {
  test('each command is told its own outcome, in whatever order they end', async () => {
    const commands = new PendingCommands<string>();
    const first = runOne(commands);
    const second = runOne(commands);
    commands.complete(second.id, 'second');
    commands.complete(first.id, 'first');
    expect(await Promise.all([first.result, second.result])).toEqual(['first', 'second']);
  });

  test('an error rejects the command', async () => {
    const commands = new PendingCommands<string>();
    const { id, result } = runOne(commands);
    commands.complete(id, new Error('refused'));
    await expect(result).rejects.toThrow('refused');
  });

  test('a command may end while it is being sent', async () => {
    const commands = new PendingCommands<string>();
    const result = commands.run((commandId) => commands.complete(commandId, 'at once'));
    expect(await result).toBe('at once');
  });

  test('a command that cannot be sent rejects with the reason and is forgotten', async () => {
    const commands = new PendingCommands<string>();
    const result = commands.run(() => {
      throw new Error('not running');
    });
    await expect(result).rejects.toThrow('not running');
    expect(() => commands.abort(new Error('stopped'))).not.toThrow();
  });

  test('success is told at the moment of completion', () => {
    const commands = new PendingCommands<string>();
    const told: string[] = [];
    let id = 0;
    void commands.run(
      (commandId) => {
        id = commandId;
      },
      (outcome) => told.push(outcome),
    );
    commands.complete(id, 'done');
    expect(told).toEqual(['done']);
  });

  test('a number that nobody waits for is harmless, and nothing ends twice', async () => {
    const commands = new PendingCommands<string>();
    const { id, result } = runOne(commands);
    commands.complete(id + 7, 'stray');
    commands.complete(id, 'first');
    commands.complete(id, new Error('second'));
    expect(await result).toBe('first');
  });

  test('abort rejects everything that waits', async () => {
    const commands = new PendingCommands<string>();
    const waiting = [runOne(commands), runOne(commands)];
    const settled = Promise.allSettled(waiting.map(({ result }) => result));
    commands.abort(new Error('stopped'));
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
