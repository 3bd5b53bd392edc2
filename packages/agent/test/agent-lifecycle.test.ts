import { silentLogger, systemClock } from '@konsul/runtime';
import { afterEach, expect, test } from 'vitest';
import { type Agent, startAgent } from '../src/agent.js';
import type { AgentConfig } from '../src/config/agent-config.js';
import { loadConfig } from '../src/config/load-config.js';
import { AgentError } from '../src/errors.js';
import { createAgentLogger } from '../src/telemetry/agent-logger.js';

const HOST = '127.0.5.21';
const API = `http://${HOST}:8500/v1`;
const logger = createAgentLogger({
  clock: systemClock,
  level: 'error',
  isJson: false,
  write: (line) => silentLogger.error(line),
});

let agent: Agent | undefined;

afterEach(async () => {
  await agent?.stop();
  agent = undefined;
});

/** A lone server in memory. */
function config(hcl = ''): Promise<AgentConfig> {
  const flags = new Map([
    ['bind', [HOST]],
    ['client', [HOST]],
    ['node', ['lone']],
  ]);
  return loadConfig({ isDev: true, flags, hcl: [hcl] });
}

/** On a connection of its own: one that was kept would lead to an agent that is gone. */
function ask(path: string, method = 'GET'): Promise<Response> {
  return fetch(`${API}${path}`, { method, headers: { connection: 'close' } });
}

async function services(): Promise<string[]> {
  return Object.keys((await (await ask('/agent/services')).json()) as object);
}

test('a reload over HTTP reads the configuration anew, and says what is wrong with it', async () => {
  let load = (): Promise<AgentConfig> => config('service { name = "web" }');
  agent = await startAgent(await config(), { logger, loadConfig: () => load() });
  expect(await services()).toEqual([]);
  expect((await ask('/agent/reload', 'PUT')).status).toBe(200);
  expect(await services()).toEqual(['web']);
  load = () => Promise.reject(new AgentError('INVALID_CONFIG', 'a.hcl: unknown key "x"'));
  const refused = await ask('/agent/reload', 'PUT');
  expect([refused.status, await refused.text()]).toEqual([500, 'a.hcl: unknown key "x"']);
  expect(await services()).toEqual(['web']);
});

test('what is stopped can be started again at once, and stopping twice is harmless', async () => {
  agent = await startAgent(await config(), { logger });
  await Promise.all([agent.stop(), agent.stop()]);
  await agent.stop();
  agent = await startAgent(await config(), { logger });
  expect((await ask('/status/peers')).status).toBe(200);
});

test('an agent that cannot start leaves nothing behind that listens', async () => {
  agent = await startAgent(await config('ports { serf_lan = 8399 }'), { logger });
  const second = await config('ports { http = 8599 dns = -1 serf_lan = 8398 serf_wan = -1 }');
  await expect(startAgent(second, { logger })).rejects.toMatchObject({
    code: 'LISTEN_FAILED',
    detail: expect.stringMatching(/^server port \(127\.0\.5\.21:8300\) cannot be opened: /),
  });
  const third = await config(
    'ports { http = 8500 dns = -1 server = 8397 serf_lan = 8398 serf_wan = -1 }',
  );
  await expect(startAgent(third, { logger })).rejects.toMatchObject({
    detail: expect.stringMatching(/^HTTP \(127\.0\.5\.21:8500\) cannot be opened: /),
  });
  await agent.stop();
  agent = await startAgent(third, { logger });
  expect((await ask('/status/peers')).status).toBe(200);
});

test('a leave over HTTP ends the agent with success', async () => {
  agent = await startAgent(await config(), { logger });
  expect((await ask('/agent/leave', 'PUT')).status).toBe(200);
  expect(await agent.stopped).toBe(0);
  await expect(ask('/status/peers')).rejects.toThrow();
});
