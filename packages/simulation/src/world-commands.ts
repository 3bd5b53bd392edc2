import type { Undo } from './network-faults.js';
import { parseDurationMs, type ScenarioCommand, type ScenarioHost } from './scenario.js';
import { SimulationError } from './simulation-error.js';
import type { World } from './world.js';

/**
 * The commands that every scenario of a world has: `advance 1500ms`, `partition a | b c`,
 * `block a > b`, `heal`, `pause a`, `resume a`, `crash a` (with `process` for the process only),
 * `restart a`, `loss 0.5`, `clock a rate=1.1`. A package adds its own beside them.
 */
export function createWorldCommands(world: World): ScenarioHost['commands'] {
  let undos: Undo[] = [];
  return {
    async advance(command) {
      await world.runAsync(world.clock.nowMs() + parseDurationMs(wordAt(command, 0)));
    },
    partition(command) {
      const text = command.words.join(' ');
      const groups = text.split('|').map((group) => group.split(' ').filter((name) => name !== ''));
      undos.push(world.partition(groups));
    },
    block(command) {
      const at = command.words.indexOf('>');
      if (at < 0) throw new SimulationError('SCENARIO_COMMAND', 'say block <from> > <to>');
      undos.push(world.block(command.words.slice(0, at), command.words.slice(at + 1)));
    },
    loss(command) {
      undos.push(world.degrade({ lossRatio: Number(wordAt(command, 0)) }));
    },
    heal() {
      for (const undo of undos) undo();
      undos = [];
    },
    pause: (command) => world.pause(wordAt(command, 0)),
    resume: (command) => world.resume(wordAt(command, 0)),
    crash: (command) =>
      world.crash(wordAt(command, 0), {
        type: command.words[1] === 'process' ? 'process' : 'power',
      }),
    restart: (command) => world.restart(wordAt(command, 0)),
    clock: (command) =>
      world.setClockRate(wordAt(command, 0), Number(command.options['rate'] ?? 1)),
  };
}

function wordAt(command: ScenarioCommand, index: number): string {
  const word = command.words[index];
  if (word === undefined) {
    throw new SimulationError('SCENARIO_COMMAND', `${command.name} needs ${index + 1} words`);
  }
  return word;
}
