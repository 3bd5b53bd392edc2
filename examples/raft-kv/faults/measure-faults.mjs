import { quantile } from '@konsul/simulation/report';
import { findFlaws } from './check-history.mjs';
import { faultPlan } from './fault-plan.mjs';
import { FaultRun } from './fault-run.mjs';
import { endConnections } from './http-call.mjs';
import { recoveryTimes } from './recovery.mjs';
import { kindOf } from './timeline.mjs';

/**
 * Runs a group under a seed's faults and judges its history.
 *
 * @returns the record of the run, what does not hold of it, and figures for people.
 */
export async function measureFaults(options) {
  const { seed, durationS, log } = options;
  const record = await new FaultRun({ ...options, plan: faultPlan({ seed, durationS }) }).run();
  endConnections();
  const { workload } = record;
  log(`checking ${workload.history.length} operations on ${workload.keys.size} keys`);
  const beganAtMs = performance.now();
  const flaws = findFlaws(workload.history);
  const checkS = (performance.now() - beganAtMs) / 1_000;
  return { record, flaws, summary: summarize(record, { checkS, durationS }) };
}

function summarize(record, { checkS, durationS }) {
  const { workload, faults, replacements, crashes, settledS, status } = record;
  const { history } = workload;
  const ofKind = (kind) => faults.filter(({ type }) => kindOf(type) === kind);
  const count = (kind) => {
    const all = ofKind(kind);
    return `${all.length} (${all.filter(({ isLeader }) => isLeader).length} of the leader)`;
  };
  const isAcknowledged = ({ returnedAtMs }) => returnedAtMs !== undefined;
  const writes = history.filter(({ input }) => input.type !== 'read');
  const writesS = writes
    .filter(isAcknowledged)
    .map(({ returnedAtMs }) => (returnedAtMs - workload.startedAtMs) / 1_000);
  const recoveries = recoveryTimes(faults, writesS, durationS);
  return {
    'calls answered': workload.count('done'),
    'writes acknowledged': writes.filter(isAcknowledged).length,
    'appends acknowledged': writes.filter(
      (one) => one.input.type === 'append' && isAcknowledged(one),
    ).length,
    'writes of unknown outcome': writes.filter((one) => !isAcknowledged(one)).length,
    'calls refused for certain': workload.count('refused'),
    'of these not at the leader': workload.count('not-leader'),
    kills: count('kill'),
    pauses: count('pause'),
    partitions: count('partition'),
    'servers replaced': replacements.length,
    'crashes of their own': crashes.length,
    'writes again, s after the last fault':
      recoveries.length === 0
        ? '-'
        : `median ${quantile(recoveries, 0.5).toFixed(2)}, worst ${Math.max(...recoveries).toFixed(2)}`,
    'term in the end': status?.term,
    'entries, of these in snapshots': `${status?.commitIndex}, ${status?.snapshotIndex}`,
    'whole again after s': settledS.toFixed(1),
    'operations checked': history.length,
    'checker s': checkS.toFixed(1),
  };
}
