import { parseDurationMs, parseScenario, type ScenarioCommand } from '@konsul/simulation';
import { actOfWords, type PlannedAct, textOfAct } from './act.js';
import { type Conditions, calm } from './conditions.js';

/** One run, told to the end: what is done to which server, and when. */
export interface Script {
  /** Decides how long everything takes that the conditions leave open. */
  readonly seed: number;
  readonly serverCount: number;
  readonly conditions: Conditions;
  readonly acts: readonly PlannedAct[];
  readonly endMs: number;
  /** How long the group has, after all faults have ended, to be whole again; 0: it is not asked. */
  readonly healMs: number;
}

/** The rule between what is done and what comes of it. */
export const rule = '----';

/**
 * Prints a script as a scenario:
 *
 * ```
 * group 3 seed=7 dropRatio=0.1
 * at 120ms propose s1 0a
 * at 150ms for 300ms cut s1>s2 s2>s1
 * run 2400ms
 * heal 20000ms
 * ```
 */
export function formatScript(script: Script): string {
  const { seed, serverCount, conditions, acts, endMs, healMs } = script;
  const settings = Object.entries(conditions)
    .filter(([key, value]) => calm[key as keyof Conditions] !== value)
    .map(([key, value]) => ` ${key}=${value}`);
  const lines = acts.map(({ atMs, durationMs, act }) => {
    const lasting = durationMs === 0 ? '' : ` for ${durationMs}ms`;
    return `at ${atMs}ms${lasting} ${textOfAct(act)}`;
  });
  const heal = healMs === 0 ? [] : [`heal ${healMs}ms`];
  const head = `group ${serverCount} seed=${seed}${settings.join('')}`;
  return `${[head, ...lines, `run ${endMs}ms`, ...heal].join('\n')}\n`;
}

/** Reads what {@link formatScript} printed; comments and what was recorded are passed over. */
export function parseScript(text: string): Script {
  const acts: PlannedAct[] = [];
  let [seed, serverCount, endMs, healMs] = [0, 0, 0, 0];
  let conditions = calm;
  const verbs: Readonly<Record<string, (command: ScenarioCommand) => void>> = {
    group: ({ words, options }) => {
      serverCount = Number(words[0]);
      const settings = Object.entries(options).map(([key, value]) => [key, Number(value)] as const);
      seed = Number(options['seed']);
      const unknown = settings.find(([key, value]) => !isSetting(key) || Number.isNaN(value));
      if (unknown !== undefined) throw new Error(`no such setting: ${unknown[0]}`);
      conditions = { ...calm, ...Object.fromEntries(settings.filter(([key]) => key !== 'seed')) };
    },
    at: ({ words }) => {
      const [at = '', ...rest] = words;
      const isLasting = rest[0] === 'for';
      const durationMs = isLasting ? parseDurationMs(rest[1] ?? '') : 0;
      const act = actOfWords(isLasting ? rest.slice(2) : rest);
      acts.push({ atMs: parseDurationMs(at), durationMs, act });
    },
    run: ({ words }) => {
      endMs = parseDurationMs(words[0] ?? '');
    },
    heal: ({ words }) => {
      healMs = parseDurationMs(words[0] ?? '');
    },
  };
  for (const command of parseScenario(text).flatMap((block) => block.commands)) {
    const run = verbs[command.name];
    if (run === undefined) throw new Error(`line ${command.lineNumber}: no such command`);
    run(command);
  }
  return { seed, serverCount, conditions, acts, endMs, healMs };
}

function isSetting(key: string): boolean {
  return key === 'seed' || key in calm;
}
