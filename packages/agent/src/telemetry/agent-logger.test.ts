import type { Clock } from '@konsul/runtime';
import { expect, test } from 'vitest';
import type { LogLevel } from '../config/settings.js';
import { type AgentLogger, createAgentLogger } from './agent-logger.js';
import { LogBuffer } from './log-buffer.js';

const clock: Clock = {
  nowMs: () => 0,
  wallMs: () => Date.UTC(2026, 10, 20, 19, 47, 3, 123),
  schedule: () => () => undefined,
  defer: () => undefined,
};

function loggerTo(lines: string[], level: LogLevel = 'info', isJson = false): AgentLogger {
  return createAgentLogger({ clock, level, isJson, write: (line) => lines.push(line) });
}

test('text lines look as Consul writes them', () => {
  const lines: string[] = [];
  const logger = loggerTo(lines);
  logger.info('started');
  logger
    .named('server')
    .named('raft')
    .warn('lost leader', {
      term: 3,
      peer: '10.0.0.1:8300',
      error: new Error('no route to host'),
      absent: undefined,
    });
  logger.debug('not written');
  expect(lines).toEqual([
    '2026-11-20T19:47:03.123Z [INFO]  agent: started\n',
    '2026-11-20T19:47:03.123Z [WARN]  agent.server.raft: lost leader: term=3 peer=10.0.0.1:8300 error="no route to host"\n',
  ]);
});

test('nothing that is logged can forge a line or break the logger', () => {
  const lines: string[] = [];
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  loggerTo(lines).info('a\nb', { c: 'd\ne', cycle, big: 10n });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1);
  const jsonLines: string[] = [];
  loggerTo(jsonLines, 'info', true).info('a\nb', { c: 'd\ne', cycle, big: 10n });
  expect(jsonLines[0]?.split('\n')).toHaveLength(2);
});

test('JSON lines hold level, message, module, time and fields', () => {
  const lines: string[] = [];
  loggerTo(lines, 'info', true)
    .named('http')
    .error('request failed', { path: '/v1/kv', error: new Error('x') });
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    '@level': 'error',
    '@message': 'request failed',
    '@module': 'agent.http',
    '@timestamp': '2026-11-20T19:47:03.123Z',
    path: '/v1/kv',
    error: 'x',
  });
});

test('the buffer keeps the last lines in order', () => {
  const buffer = new LogBuffer(3);
  for (const text of ['1', '2', '3', '4', '5'])
    buffer.push({ level: 'info', text, json: () => '' });
  expect(buffer.recent().map((line) => line.text)).toEqual(['3', '4', '5']);
});

test('a monitor hears lines below the level of the log, which are not kept', () => {
  const lines: string[] = [];
  const logger = loggerTo(lines);
  const heard: string[] = [];
  const end = logger.buffer.subscribe((line) => heard.push(line.text.slice(25)));
  logger.debug('detail');
  logger.info('news');
  end();
  logger.debug('unheard');
  expect(heard).toEqual(['[DEBUG] agent: detail', '[INFO]  agent: news']);
  expect(lines).toHaveLength(1);
  expect(logger.buffer.recent()).toHaveLength(1);
});
