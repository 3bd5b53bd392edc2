import { type Endpoint, seededRng } from '@konsul/runtime/core';
import { describe, expect, test } from 'vitest';
import { MemberRecord, MembershipTable } from './membership-table.js';

const address = Uint8Array.of(10, 0, 0, 1);
const place: Endpoint = { host: '10.0.0.1', port: 7_946 };

describe('the membership table, asked for one place again and again,', () => {
  const rng = seededRng(1);

  test('finds who has come there, moved away and been forgotten since', () => {
    const table = new MembershipTable();
    expect(table.at(place)).toBeUndefined();
    const record = new MemberRecord('m1', { address, port: place.port, nowMs: 0 });
    table.insert(record, rng);
    expect(table.at(place)).toBe(record);
    const { meta, versions } = record;
    table.take(record, { address, port: 1, incarnation: 2, meta, versions });
    expect(table.at(place)).toBeUndefined();
    table.take(record, { address, port: place.port, incarnation: 3, meta, versions });
    expect(table.at(place)).toBe(record);
    table.purgeAndShuffle(() => true, rng);
    expect(table.at(place)).toBeUndefined();
  });
});
