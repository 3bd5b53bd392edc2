export { CountingMetrics } from './counting-metrics.js';
export { ManualClock } from './manual-clock.js';
