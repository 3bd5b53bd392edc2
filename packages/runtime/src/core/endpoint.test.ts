import { describe, expect, it } from 'vitest';
import { formatEndpoint, parseEndpoint } from './endpoint.js';

describe('parseEndpoint', () => {
  it.each([
    ['10.0.0.1:80', '10.0.0.1', 80],
    ['10.0.0.1', '10.0.0.1', 7946],
    ['node-1.example.org:0', 'node-1.example.org', 0],
    ['[::1]:65535', '::1', 65_535],
    ['[fe80::1%eth0]', 'fe80::1%eth0', 7946],
    ['::1', '::1', 7946],
    ['fe80::1%eth0', 'fe80::1%eth0', 7946],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1', 7946],
  ])('reads %s', (text, host, port) => {
    expect(parseEndpoint(text, 7946)).toEqual({ host, port });
  });

  it.each([
    '',
    ':80',
    'host:',
    'host:65536',
    'host:123456',
    'host:-1',
    'a b:80',
    '[::1',
    '[]:80',
    '[host]:80',
    '[10.0.0.1]:80',
    '::1]:80',
    'host:80:90',
  ])('rejects "%s"', (text) => {
    expect(parseEndpoint(text, 7946)).toBeUndefined();
  });
});

describe('formatEndpoint', () => {
  it('prints what parseEndpoint reads', () => {
    for (const host of ['10.0.0.1', '::1', 'fe80::1%eth0', 'node']) {
      const endpoint = { host, port: 8300 };
      expect(parseEndpoint(formatEndpoint(endpoint), 1)).toEqual(endpoint);
    }
    expect(formatEndpoint({ host: '::1', port: 5 })).toBe('[::1]:5');
  });
});
