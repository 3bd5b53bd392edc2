import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { linePlot } from '@konsul/simulation/report';
import { median } from '../harness/statistics.mjs';

/**
 * What one side gave: samples by number of callers and metric.
 *
 * @typedef {Record<string, Record<'rate' | 'p50' | 'p99' | 'cpuUs' | 'errs', number[]>>} SideSamples
 */

const REPORTS = fileURLToPath(new URL('../../docs/benchmarks/', import.meta.url));
const OURS = 'konsul';
const STORE_TITLES = { disk: 'on disk', mem: 'in memory' };
const CPU_RATIO_MAX = 0.2;
const P99_RATIO_MAX = 0.3;

/** How many times the peer's rate is wanted, by store and callers. */
function wantedRate(store, callers) {
  if (store === 'mem') return callers >= 16 ? 4 : undefined;
  if (callers >= 256) return 6;
  if (callers >= 16) return 5;
  return callers === 1 ? 2 : undefined;
}

/** A table for every peer of every store; what is wanted is said of hashicorp/raft alone. */
export function raftSections(stores) {
  return Object.entries(stores).flatMap(([store, sides]) => {
    const peers = Object.keys(sides).filter((name) => name !== OURS);
    return (peers.length > 0 ? peers : [undefined]).map((peer) => section(store, sides, peer));
  });
}

function section(store, sides, peer) {
  const own = sides[OURS];
  const other = peer === undefined ? {} : sides[peer];
  return {
    id: `${store}-${(peer ?? 'alone').replaceAll(/[^a-z]+/g, '-')}`,
    title: `Log ${STORE_TITLES[store]}${peer === undefined ? '' : `, beside ${peer}`}`,
    rows: Object.keys(own).flatMap((callers) =>
      rowsOf({ callers, own: own[callers], other: other[callers] }, limitsOf(store, peer, callers)),
    ),
  };
}

function limitsOf(store, peer, callers) {
  if (peer !== 'hashicorp') return { rate: {}, p99: {}, cpu: {} };
  const ratioMin = wantedRate(store, Number(callers));
  const isDisk = store === 'disk';
  return {
    rate: ratioMin === undefined ? {} : { ratioMin },
    p99: isDisk ? { ratioMax: P99_RATIO_MAX } : {},
    cpu: isDisk ? { ratioMax: CPU_RATIO_MAX } : {},
  };
}

function rowsOf({ callers, own, other }, limits) {
  const row = (what, metric, limit = {}) => ({
    measure: `${callers} callers, ${what}`,
    label: `${callers}: ${what}`,
    ours: own[metric],
    ...(other && { peer: other[metric] }),
    ...limit,
  });
  return [
    row('entries/s', 'rate', limits.rate),
    row('p50 ms', 'p50'),
    row('p99 ms', 'p99', limits.p99),
    row('CPU us/entry', 'cpuUs', limits.cpu),
  ];
}

/** Rate, latency and CPU against callers, all sides in one picture each; memory is dashed. */
export function writeRaftPictures(stores) {
  mkdirSync(REPORTS, { recursive: true });
  const picture = (name, title, yTitle, metrics) => {
    const x = { title: 'callers', scale: /** @type {const} */ ('log') };
    const y = { title: yTitle, scale: /** @type {const} */ ('log') };
    const subtitle = 'three servers on one machine, 256-byte entries; medians';
    const series = metrics.flatMap(({ metric, suffix, only }) =>
      seriesOf(only === undefined ? stores : { [only]: stores[only] ?? {} }, metric, suffix),
    );
    writeFileSync(`${REPORTS}${name}.svg`, linePlot({ title, subtitle, x, y, series }));
  };
  picture('raft-throughput', 'Committed entries per second', 'entries/s', [{ metric: 'rate' }]);
  picture('raft-latency', 'Latency of a commit, log on disk', 'ms', [
    { metric: 'p50', suffix: ' p50', only: 'disk' },
    { metric: 'p99', suffix: ' p99', only: 'disk' },
  ]);
  picture('raft-cpu', 'CPU of all three servers per entry', 'us/entry', [{ metric: 'cpuUs' }]);
}

function seriesOf(stores, metric, suffix = '') {
  return Object.entries(stores).flatMap(([store, sides]) =>
    Object.entries(sides).map(([name, levels], colourIndex) => ({
      label: `${name}, ${store}${suffix}`,
      colourIndex,
      isDashed: store === 'mem' || metric === 'p99',
      points: Object.entries(levels).map(
        ([callers, samples]) => /** @type {const} */ ([Number(callers), median(samples[metric])]),
      ),
    })),
  );
}
