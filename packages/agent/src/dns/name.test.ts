import { describe, expect, test } from 'vitest';
import { type DnsLookup, parseDnsName } from './name.js';

const domains = ['consul.', 'alt.example.'];

function lookup(name: string, isSrv = false): DnsLookup {
  return parseDnsName(name, domains, isSrv).lookup;
}

const datacenter = undefined;

test.each<[string, DnsLookup]>([
  ['web-1.node.consul.', { type: 'node', node: 'web-1', datacenter }],
  ['a.b.c.node.DC2.consul.', { type: 'node', node: 'a.b.c', datacenter: 'dc2' }],
  ['Web.Service.Consul.', { type: 'service', service: 'web', tag: undefined, datacenter }],
  [
    'v1.2.web.service.dc2.consul.',
    { type: 'service', service: 'web', tag: 'v1.2', datacenter: 'dc2' },
  ],
  [
    'web.service.dc2.dc.consul.',
    { type: 'service', service: 'web', tag: undefined, datacenter: 'dc2' },
  ],
  ['_web._tcp.service.consul.', { type: 'service', service: 'web', tag: undefined, datacenter }],
  [
    '_web._prod.service.dc2.consul.',
    { type: 'service', service: 'web', tag: 'prod', datacenter: 'dc2' },
  ],
  ['near.web.query.consul.', { type: 'query', query: 'near.web', datacenter }],
  ['_q1._tcp.query.consul.', { type: 'query', query: 'q1', datacenter }],
  ['0a000005.addr.dc1.consul.', { type: 'address', address: '10.0.0.5' }],
  ['20010db8000000000000000000000001.addr.consul.', { type: 'address', address: '2001:db8::1' }],
  ['0a0000.addr.consul.', { type: 'address', address: undefined }],
  ['nothex.addr.consul.', { type: 'unknown' }],
  ['5.0.0.10.in-addr.arpa.', { type: 'pointer', address: '10.0.0.5' }],
  [`${'1.'.padEnd(64, '0.')}ip6.arpa.`, { type: 'pointer', address: '::1' }],
  ['300.0.0.10.in-addr.arpa.', { type: 'outside' }],
  ['consul.', { type: 'apex' }],
  ['web.service.alt.example.', { type: 'service', service: 'web', tag: undefined, datacenter }],
  ['web.service.dc1.too.many.consul.', { type: 'unknown' }],
  ['web.service.peer1.peer.consul.', { type: 'unknown' }],
  ['service.consul.', { type: 'unknown' }],
  ['nonsense.consul.', { type: 'unknown' }],
  ['web.connect.consul.', { type: 'unknown' }],
  ['example.com.', { type: 'outside' }],
  ['notconsul.', { type: 'outside' }],
  ['.', { type: 'outside' }],
])('%s', (name, expected) => {
  expect(lookup(name)).toEqual(expected);
});

describe('the word service', () => {
  test('may be left out of SRV questions only', () => {
    const expected = { type: 'service', service: 'web', tag: undefined, datacenter: 'dc2' };
    expect(lookup('_web._tcp.dc2.consul.', true)).toEqual(expected);
    expect(lookup('_web._tcp.dc2.consul.', false)).toEqual({ type: 'unknown' });
  });
});

test('the domain of the question is told', () => {
  expect(parseDnsName('x.node.ALT.example.', domains, false).domain).toBe('alt.example.');
  expect(parseDnsName('x.node.consul.', domains, false).domain).toBe('consul.');
});
