import { reportElections } from './elections/elections-report.js';
import { reportLifeguard } from './lifeguard/lifeguard-report.js';
import { type Options, readOptions } from './options.js';
import { reportSpread } from './spread/spread-report.js';
import { reportStability } from './stability/stability-report.js';
import { reportSwim } from './swim/swim-report.js';
import { reportVivaldi } from './vivaldi/vivaldi-report.js';

const EXPERIMENTS: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  lifeguard: reportLifeguard,
  stability: reportStability,
  swim: reportSwim,
  spread: reportSpread,
  vivaldi: reportVivaldi,
  elections: reportElections,
};

try {
  const options = readOptions(process.argv.slice(2));
  const run = EXPERIMENTS[options.experiment];
  if (run === undefined) {
    throw new Error(
      `there is no experiment "${options.experiment}"; there are ${Object.keys(EXPERIMENTS).join(', ')}`,
    );
  }
  await run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
