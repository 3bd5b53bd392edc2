import type { CommandFailure } from '../state/command-failure.js';
import { commandFailure } from '../state/command-failure.js';
import type { CommandResult } from '../state/command-result.js';

/** What a command's result means to whoever asked for a write: whether its condition held. */
export function outcomeOf(result: CommandResult): boolean | CommandFailure {
  switch (result.type) {
    case 'done':
      return true;
    case 'conditional':
      return result.isApplied;
    case 'ignored':
      return commandFailure('MALFORMED', 'the leader does not know this command');
    case 'failure':
      return result;
  }
}
