import { expect, test } from 'vitest';
import { areaKey, datacenterOfMember } from './area-key.js';

test('both sides of an area call it the same', () => {
  expect(areaKey('dc2', 'dc1')).toBe('dc1|dc2');
  expect(areaKey('dc1', 'dc2')).toBe(areaKey('dc2', 'dc1'));
  expect(areaKey('dc1', 'dc3')).not.toBe(areaKey('dc1', 'dc2'));
});

test('a member is in the datacenter that ends its name', () => {
  expect(datacenterOfMember('alpha.dc2', ['dc1', 'dc2'])).toBe('dc2');
  expect(datacenterOfMember('alpha.dc3', ['dc1', 'dc2'])).toBeUndefined();
  expect(datacenterOfMember('alpha', ['dc1', 'dc2'])).toBeUndefined();
  expect(datacenterOfMember(undefined, ['dc1', 'dc2'])).toBeUndefined();
});
