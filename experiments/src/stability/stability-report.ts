import { linePlot, mean } from '@konsul/simulation/report';
import { type Check, checkLine, checkTable, shown } from '../jobs/check.js';
import { jobRunner } from '../jobs/job-runner.js';
import type { Finished } from '../jobs/run-jobs.js';
import { commit, type Picture, show, table, writeReport } from '../jobs/write-report.js';
import type { Options } from '../options.js';
import type { StabilityJob, StabilityOutcome, StabilityScenario } from './stability-run.js';

const SCENARIOS: readonly StabilityScenario[] = ['bootstrap', 'crash', 'flip-flop', 'egress-loss'];
const TITLES: Readonly<Record<StabilityScenario, string>> = {
  bootstrap: 'All join at once',
  crash: 'Ten crash at once',
  'flip-flop': 'Ten hear nothing for 20 s, then hear for 20 s, and so on',
  'egress-loss': 'One in a hundred loses 80 % of what it sends',
};
/** What the Rapid paper says of memberlist, with 1,000 to 2,000 members. */
const PUBLISHED: Readonly<Record<StabilityScenario, string>> = {
  bootstrap: '901 of 1,000 possible sizes; about 95 s with 2,000 members. Rapid: 4',
  crash: 'many sizes, one after another. Rapid: one step, after 10 s',
  'flip-flop': 'never removes all, oscillates. Rapid removes exactly those',
  'egress-loss': 'never removes them for good, views differ. Rapid removes exactly those',
};
/** As many as in the paper's smallest cluster. */
const MEMBER_COUNT = 1_000;
const SEED_COUNTS = { quick: 1, full: 5 } as const;

type StabilityResult = Finished<StabilityJob, StabilityOutcome>;

/** Runs the scenarios of the Rapid paper, prints how they came out, and writes the report. */
export async function reportStability(options: Options): Promise<void> {
  const memberCount = MEMBER_COUNT;
  const jobs = SCENARIOS.flatMap((scenario) =>
    [true, false].flatMap((hasExtras) =>
      Array.from(
        { length: SEED_COUNTS[options.grid] },
        (_, index): StabilityJob => ({
          scenario,
          memberCount,
          hasExtras,
          seed: options.firstSeed + index,
        }),
      ),
    ),
  );
  const results = await jobRunner(options)<StabilityJob, StabilityOutcome>('stability', jobs);
  const checks = stabilityChecks(results);
  for (const check of checks) console.log(checkLine(check));
  const file = writeReport(
    'stability',
    [
      '# Stability of views',
      `The scenarios of Suresh and others, "Stable and Consistent Membership at Scale with Rapid" (USENIX ATC
2018), Section 7, with the real core of \`@konsul/swim\`: ${memberCount} members where the paper has
1,000 to 2,000. *memberlist's ways* is the same core without what Konsul adds. Seeds from
${options.firstSeed}, averages; commit ${commit()}.`,
      `## Bounds\n\n${checkTable(checks)}`,
      stabilityTable(results),
      ...SCENARIOS.map((scenario) => show('stability', scenario, TITLES[scenario])),
      `Distinct views are counted at members that are not in trouble themselves. SWIM tells of each end by itself, so
a member sees up to ten views while ten others go; subscribers that take the changes of one turn
together (\`members-changed\`) see fewer. A deaf member cannot object, so it is declared failed; once it hears
again nobody tells it so before the next full exchange, a minute and more later, when it objects and is
taken back: that is the slow oscillation that Rapid's agreement avoids.`,
    ],
    SCENARIOS.map((scenario) => agreementPicture(scenario, results)),
  );
  console.log(file);
}

function of(
  results: readonly StabilityResult[],
  scenario: StabilityScenario,
  hasExtras: boolean,
): readonly StabilityOutcome[] {
  return results
    .filter(({ job }) => job.scenario === scenario && job.hasExtras === hasExtras)
    .map(({ outcome }) => outcome);
}

/** Seconds from the beginning until all views were equal for good. */
function settledS({ lastUnequalAtMs, beganAtMs }: StabilityOutcome): number {
  return Math.max(0, (lastUnequalAtMs - beganAtMs) / 1_000);
}

function stabilityChecks(results: readonly StabilityResult[]): readonly Check[] {
  const seconds = (what: string, scenario: StabilityScenario, max: number): Check => ({
    what,
    value: Math.max(...of(results, scenario, true).map(settledS)),
    min: 0,
    max,
    unit: 's',
  });
  const crashed = of(results, 'crash', true);
  return [
    seconds('all views equal after all join at once', 'bootstrap', 30),
    seconds('all views equal after ten crash', 'crash', 50),
    {
      what: 'crashed members removed everywhere',
      value: Math.min(...crashed.map(({ removedCount }) => removedCount)),
      min: 10,
      max: 10,
      unit: '',
    },
  ];
}

function stabilityTable(results: readonly StabilityResult[]): string {
  const average = (
    outcomes: readonly StabilityOutcome[],
    value: (outcome: StabilityOutcome) => number,
  ): string => shown(mean(outcomes.map(value)));
  return table(
    [
      'scenario',
      '',
      'all equal after, s',
      'views per member',
      'sizes seen',
      'troubled removed',
      'kB/s per member',
      'memberlist and Rapid, published',
    ],
    SCENARIOS.flatMap((scenario) =>
      [true, false].map((hasExtras) => {
        const outcomes = of(results, scenario, hasExtras);
        return [
          TITLES[scenario],
          hasExtras ? 'Konsul' : "memberlist's ways",
          outcomes.some((outcome) => Number.isNaN(settledS(outcome)))
            ? 'not at the end'
            : average(outcomes, settledS),
          `${average(outcomes, (one) => one.viewsPerMemberMean)}, at most ${Math.max(
            ...outcomes.map(({ viewsPerMemberMax }) => viewsPerMemberMax),
          )}`,
          average(outcomes, (one) => one.distinctSizeCount),
          scenario === 'bootstrap'
            ? ''
            : `${average(outcomes, (one) => one.removedCount)} of ${outcomes[0]?.troubledCount ?? 0}`,
          average(outcomes, (one) => one.bytesPerMemberSecond / 1_000),
          PUBLISHED[scenario],
        ];
      }),
    ),
  );
}

function agreementPicture(
  scenario: StabilityScenario,
  results: readonly StabilityResult[],
): Picture {
  const svg = linePlot({
    title: TITLES[scenario],
    height: 300,
    x: { title: 'time after it began, s', min: 0 },
    y: { title: 'share with the most common view', min: 0, max: 1 },
    series: [true, false].map((hasExtras) => {
      const [first] = of(results, scenario, hasExtras);
      return {
        label: hasExtras ? 'Konsul' : "memberlist's ways",
        style: 'steps',
        points: (first?.agreement ?? []).map(([atMs, ratio]): [number, number] => [
          (atMs - (first?.beganAtMs ?? 0)) / 1_000,
          ratio,
        ]),
      };
    }),
  });
  return { name: scenario, svg };
}
