import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultQueryTimeoutMs } from './query-timeout.js';

interface Row {
  readonly gossip_interval_ms: number;
  readonly mult: number;
  readonly n: number;
  readonly timeout_ms: number;
}

const { serf_default_query_timeout: rows } = JSON.parse(
  readFileSync(new URL('../../test/fixtures/formulas.json', import.meta.url), 'utf8'),
) as { serf_default_query_timeout: Row[] };

test.each(rows)('$n members wait as long as in Serf', (row) => {
  const timeoutMs = defaultQueryTimeoutMs({
    gossipIntervalMs: row.gossip_interval_ms,
    timeoutMultiplier: row.mult,
    memberCount: row.n,
  });
  expect(timeoutMs).toBe(row.timeout_ms);
});
