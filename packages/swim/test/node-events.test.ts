import { createEventHub, type LogFields, type Logger, silentLogger } from '@konsul/runtime';
import { describe, expect, test } from 'vitest';
import type { Member, SwimEvents } from '../src/index.js';
import { announcedEndpoint, resolveAddress } from '../src/index.js';
import { emitEvents } from '../src/node/emit-events.js';
import { CoreBench } from './support/core-bench.js';

function localMember(): Member {
  const member = new CoreBench().core.localMember;
  if (member === undefined) throw new Error('not started');
  return member;
}

describe('events', () => {
  test('come one by one with their arguments, and all changes together at the end', () => {
    const member = localMember();
    const hub = createEventHub<SwimEvents>(silentLogger);
    const heard: string[] = [];
    hub.on('member-joined', ({ name }) => heard.push(`joined ${name}`));
    hub.on('member-suspected', ({ name }, from) => heard.push(`suspected ${name} ${from}`));
    hub.on('member-conflict', (existing, other) =>
      heard.push(`conflict ${existing.name} ${other.name}`),
    );
    hub.on('health-changed', (score) => heard.push(`health ${score}`));
    hub.on('user-message', (payload, from) => heard.push(`user ${payload.length} ${from.host}`));
    hub.on('members-changed', (changes) => heard.push(`changes ${changes.length}`));
    emitEvents(hub, [
      { type: 'member-joined', member },
      { type: 'health-changed', score: 2 },
      { type: 'member-suspected', member, from: 'm9' },
      { type: 'member-conflict', existing: member, other: member },
      { type: 'user-message', payload: new Uint8Array(3), from: { host: '10.0.0.1', port: 1 } },
    ]);
    expect(heard).toEqual([
      'joined m0',
      'health 2',
      'suspected m0 m9',
      'conflict m0 m0',
      'user 3 10.0.0.1',
      'changes 2',
    ]);
  });

  test('reach the other listeners when one throws, and the throw is logged', () => {
    const logged: (LogFields | undefined)[] = [];
    const logger: Logger = { ...silentLogger, error: (_, fields) => void logged.push(fields) };
    const hub = createEventHub<SwimEvents>(logger);
    const heard: number[] = [];
    hub.on('health-changed', () => {
      throw new Error('listener');
    });
    hub.on('health-changed', (score) => heard.push(score));
    emitEvents(hub, [{ type: 'health-changed', score: 1 }]);
    expect(heard).toEqual([1]);
    expect(logged).toHaveLength(1);
  });
});

describe('join addresses', () => {
  const lookup = (host: string): Promise<readonly string[]> =>
    Promise.resolve(host === 'two.example' ? ['10.0.0.1', 'fd00::1'] : ['10.0.0.9']);

  test.each([
    ['10.0.0.1', [{ host: '10.0.0.1', port: 7_946 }]],
    ['10.0.0.1:80', [{ host: '10.0.0.1', port: 80 }]],
    ['[fd00::1]:80', [{ host: 'fd00::1', port: 80 }]],
    ['fd00::1', [{ host: 'fd00::1', port: 7_946 }]],
    ['web/10.0.0.1:80', [{ host: '10.0.0.1', port: 80, name: 'web' }]],
    [
      'two.example:80',
      [
        { host: '10.0.0.1', port: 80 },
        { host: 'fd00::1', port: 80 },
      ],
    ],
  ])('%s stands for these endpoints', async (text, endpoints) => {
    expect(await resolveAddress(text, { defaultPort: 7_946, lookup })).toEqual(endpoints);
  });

  test.each(['', 'a b', '10.0.0.1:0', '10.0.0.1:70000', 'web/'])('%j is refused', async (text) => {
    await expect(resolveAddress(text, { defaultPort: 7_946, lookup })).rejects.toMatchObject({
      code: 'INVALID_ADDRESS',
    });
  });

  test('what is announced is the bound address, or one of this machine when bound to all', () => {
    const hostOf = (host: string): string => announcedEndpoint({ host, port: 1 }, undefined).host;
    expect(hostOf('127.0.0.1')).toBe('127.0.0.1');
    expect(hostOf('0.0.0.0')).not.toBe('0.0.0.0');
    expect(hostOf('::')).not.toBe('::');
  });

  test('what is advertised is announced, with the bound port unless it names one', () => {
    const bound = { host: '127.0.0.1', port: 7_000 };
    const announced = (port: number): number =>
      announcedEndpoint(bound, { host: '10.0.0.1', port }).port;
    expect(announcedEndpoint(bound, { host: '10.0.0.1', port: 0 }).host).toBe('10.0.0.1');
    expect([announced(0), announced(8_000)]).toEqual([7_000, 8_000]);
  });
});
