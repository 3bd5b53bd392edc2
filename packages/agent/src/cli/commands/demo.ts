import { booleanFlags } from '@konsul/runtime/command-line';
import { refuseMore } from '../attempt.js';
import type { CliCommand } from '../command.js';

/** `demo`. Extension. */
export const demo: CliCommand = {
  usage: '[options]',
  help: 'Runs two datacenters on loopback addresses and walks through their federation.',
  flags: booleanFlags({ once: 'End after the walk; the exit code says whether all of it held.' }),
  async run({ host, flags, positionals, runCommandLine }) {
    refuseMore(positionals, 0);
    const [{ runDemo }, { Screen }, { describeProgram }] = await Promise.all([
      import('../../demo/run-demo.js'),
      import('../../demo/screen.js'),
      import('../../demo/closing.js'),
    ]);
    const screen = new Screen({ write: host.stdout, isTerminal: process.stdout.isTTY === true });
    const program = describeProgram(process.argv[1] ?? 'konsul', process.cwd());
    return runDemo({ host, screen, program, runCommandLine, isOnce: flags.isOn('once') });
  },
};
