import { SERF_PROTOCOL_VERSION_MAX, SERF_PROTOCOL_VERSION_MIN } from '../../core/config.js';
import type { CliCommand } from '../command.js';
import { VERSION } from '../version.js';

/** `version`. Source: Serf's command of that name. */
export const version: CliCommand = {
  usage: '',
  help: 'Prints the version.',
  flags: [],
  async run({ say }) {
    say(`Konsul Serf v${VERSION}`);
    const back = `(Understands back to: ${SERF_PROTOCOL_VERSION_MIN})`;
    say(`Agent Protocol: ${SERF_PROTOCOL_VERSION_MAX} ${back}`);
    return 0;
  },
};
