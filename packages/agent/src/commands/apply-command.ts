import { createArea, deleteArea, updateArea } from '../state/areas.js';
import { type CommandFailure, commandFailure } from '../state/command-failure.js';
import type { CommandResult } from '../state/command-result.js';
import { updateCoordinates } from '../state/coordinates.js';
import { casKv, deleteKv, deleteKvCas, deleteKvTree, setKv } from '../state/kv.js';
import type { State } from '../state/state.js';
import { StateTransaction } from '../state/state-transaction.js';
import { reapTombstones } from '../state/tombstones.js';
import type { TouchedKeys } from '../state/watch-set.js';
import { isMalformed } from '../wire/codec.js';
import { commandCodec } from '../wire/command-codec.js';
import type { AreaCommand, Command, KvCommand, UnknownCommand } from './command.js';
import { applyDeregister, applyRegister } from './register.js';
import { UnknownCommandError } from './unknown-command-error.js';

/** What applying a log entry gives. */
export interface AppliedCommand {
  /** The next state; the same object as before if nothing changed. */
  readonly state: State;
  readonly result: CommandResult;
  /** What whoever waits must be told once the next state is in place. */
  readonly touched: readonly TouchedKeys[];
}

const done: CommandResult = { type: 'done' };
const applied: CommandResult = { type: 'conditional', isApplied: true };
const notApplied: CommandResult = { type: 'conditional', isApplied: false };

/**
 * Applies one log entry: the same entries in the same order give the same state everywhere.
 *
 * @param raftIndex the entry's index, at least 1 and above that of the entry before.
 * @returns a failure as a result; the state is then the one that was given.
 * @throws UnknownCommandError for a command of a later release that must not be left out.
 */
export function applyCommand(state: State, bytes: Uint8Array, raftIndex: number): AppliedCommand {
  const command = commandCodec.decode(bytes);
  if (isMalformed(command)) {
    return { state, result: commandFailure('MALFORMED', command.reason), touched: [] };
  }
  const transaction = new StateTransaction(state, raftIndex);
  const result = reduce(transaction, command);
  if (result.type !== 'done' && result !== applied) return { state, result, touched: [] };
  const commit = transaction.commit();
  return { state: commit.state, result, touched: commit.touched };
}

function reduce(transaction: StateTransaction, command: Command | UnknownCommand): CommandResult {
  switch (command.type) {
    case 'kv-set':
    case 'kv-cas':
    case 'kv-delete':
    case 'kv-delete-cas':
    case 'kv-delete-tree':
      return reduceKv(transaction, command);
    case 'register':
      return applyRegister(transaction, command);
    case 'deregister':
      return applyDeregister(transaction, command);
    case 'area-create':
    case 'area-update':
    case 'area-delete':
      return reduceArea(transaction, command) ?? done;
    case 'coordinates':
      updateCoordinates(transaction, command.coordinates);
      return done;
    case 'reap-tombstones':
      reapTombstones(transaction, command.upToIndex);
      return done;
    case 'unknown':
      if (!command.isIgnorable) throw new UnknownCommandError(command.version, transaction.index);
      return { type: 'ignored' };
  }
}

function reduceKv(transaction: StateTransaction, command: KvCommand): CommandResult {
  switch (command.type) {
    case 'kv-set':
      setKv(transaction, command);
      return done;
    case 'kv-cas':
      return casKv(transaction, command, command.expectedIndex) ? applied : notApplied;
    case 'kv-delete':
      deleteKv(transaction, command.key);
      return done;
    case 'kv-delete-cas':
      return deleteKvCas(transaction, command.key, command.expectedIndex) ? applied : notApplied;
    case 'kv-delete-tree':
      deleteKvTree(transaction, command.prefix);
      return done;
  }
}

function reduceArea(
  transaction: StateTransaction,
  command: AreaCommand,
): CommandFailure | undefined {
  switch (command.type) {
    case 'area-create':
      return createArea(transaction, command);
    case 'area-update':
      return updateArea(transaction, command.id, command.useTls);
    case 'area-delete':
      return deleteArea(transaction, command.id);
  }
}
