import { main } from '../cli/main.js';

// An agent of the demo is there for the demo only. However that ended, the channel to it closes.
process.on('disconnect', () => process.exit(1));
if (!process.connected) process.exit(1);

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
