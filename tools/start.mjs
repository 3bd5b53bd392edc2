// What `npm start` runs: makes the checkout ready and then becomes the demo, in one process, so that
// a signal to it ends everything. It is called by `exec`, so that no shell stands in between either.
import { fileURLToPath } from 'node:url';

const PARENT_CHECK_INTERVAL_MS = 500;
const program = fileURLToPath(new URL('../packages/agent/bin/konsul.mjs', import.meta.url));

// Neither npm nor a shell passes every signal on, and neither can when it is killed.
const parentId = process.ppid;
const parentCheck = setInterval(() => {
  if (process.ppid === parentId) return;
  clearInterval(parentCheck);
  process.kill(process.pid, 'SIGTERM');
}, PARENT_CHECK_INTERVAL_MS);
parentCheck.unref();

await import('./prepare.mjs');
process.argv = [process.execPath, program, 'demo', ...process.argv.slice(2)];
await import(program);
