// Preloaded into every agent under test. Its standard input is a pipe from the test runner: when that
// ends, however it ends, nobody is left who would end the agent.
process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL'));
process.stdin.resume();
process.stdin.unref();
