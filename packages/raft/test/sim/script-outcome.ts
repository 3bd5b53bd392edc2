import type { PlantedBug } from '../../src/core/index.js';
import type { Violation } from './invariants.js';
import { runScript } from './run-simulation.js';
import { parseScript, rule, type Script } from './script.js';

/** The line that is recorded for a script. */
export function outcomeText(script: Script, violation: Violation | undefined): string {
  if (violation !== undefined) return violation.message;
  return script.healMs === 0
    ? 'every invariant holds'
    : 'every invariant holds, and the group is whole again';
}

/** Runs a scenario that holds one script and returns it with what comes of it. */
export function recordScript(text: string, plantedBug?: PlantedBug): string {
  const script = parseScript(text);
  const { violation } = runScript(script, plantedBug);
  const [told = ''] = text.split(`\n${rule}\n`);
  return `${told.trimEnd()}\n${rule}\n${outcomeText(script, violation)}\n`;
}
