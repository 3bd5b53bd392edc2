import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAddress, isSameAddress, parseAddress } from './address.js';
import { AddressFilter, isCidr } from './address-filter.js';

describe('addresses', () => {
  test('come back from their text form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const bytes = parseAddress(text);
        if (bytes === undefined) throw new Error(`${text} was not read`);
        const formatted = formatAddress(bytes);
        expect(isIP(formatted)).toBeGreaterThan(0);
        const again = parseAddress(formatted);
        expect(again !== undefined && isSameAddress(again, bytes)).toBe(true);
      }),
    );
  });

  test.each([
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.1'],
  ])('%s is written as %s', (text, formatted) => {
    expect(formatAddress(parseAddress(text) ?? new Uint8Array(0))).toBe(formatted);
  });

  test.each([
    '',
    '1.2.3',
    '1.2.3.256',
    'host',
    '1::2::3',
    ':::',
    '12345::',
    '1:2:3:4:5:6:7',
    '1.2.3.4.5',
  ])('%j is no address', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  test('the short and the mapped form of one IPv4 address mean the same place', () => {
    const short = Uint8Array.of(10, 0, 0, 1);
    const mapped = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 0, 1);
    expect(isSameAddress(short, mapped)).toBe(true);
    expect(formatAddress(mapped)).toBe('10.0.0.1');
    expect(isSameAddress(short, Uint8Array.of(10, 0, 0, 2))).toBe(false);
  });
});

describe('an address filter', () => {
  test('without networks lets everybody in', () => {
    expect(new AddressFilter([]).allowsHost('any.example')).toBe(true);
  });

  test('lets in what lies in one of its networks, in either form of IPv4', () => {
    const filter = new AddressFilter(['10.1.0.0/20', 'fd00::/8']);
    expect(filter.allowsHost('10.1.15.255')).toBe(true);
    expect(filter.allowsHost('10.1.16.0')).toBe(false);
    expect(filter.allowsHost('::ffff:10.1.3.4')).toBe(true);
    expect(filter.allowsHost('fd12::1')).toBe(true);
    expect(filter.allowsHost('fe80::1')).toBe(false);
    expect(filter.allowsHost('host.example')).toBe(false);
    expect(filter.allows(new Uint8Array(3))).toBe(false);
  });

  test.each(['10.0.0.0', '10.0.0.0/33', 'fd00::/129', 'x/8', '10.0.0.0/-1'])(
    '%s is no network',
    (text) => {
      expect(isCidr(text)).toBe(false);
    },
  );
});
