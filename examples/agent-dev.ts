import { createAgentLogger, loadConfig, startAgent } from '@konsul/agent';
import { systemClock } from '@konsul/runtime';

// One server in memory on an address of its own; nothing is kept.
const config = await loadConfig({
  isDev: true,
  flags: new Map([
    ['bind', ['127.0.4.1']],
    ['client', ['127.0.4.1']],
    ['node', ['example']],
  ]),
});
const logger = createAgentLogger({
  clock: systemClock,
  level: 'warn',
  isJson: false,
  write: (line) => void process.stderr.write(line),
});
const agent = await startAgent(config, { logger });

// The first write waits for the election, which takes a moment.
const url = 'http://127.0.4.1:8500/v1/kv/greeting';
await fetch(url, { method: 'PUT', body: 'hello' });
const value = await (await fetch(`${url}?raw`)).text();
console.log(`greeting is ${value}`);
if (value !== 'hello') throw new Error('what was written must be read');

await agent.stop();
