import type { Clock, Rng } from '@konsul/runtime';
import type { CheckDefinition as CheckRegistration } from '../../config/definitions.js';
import type { RequestGateway } from '../../request/gateway.js';
import { tableKey } from '../../state/byte-string.js';
import { type AliasSource, LocalAliasCheck, RemoteAliasCheck } from './alias-check.js';
import { headOf } from './check-output.js';
import { createProbe } from './create-probe.js';
import { PeriodicCheck } from './periodic-check.js';
import type { CheckRunner, ReportResult } from './probe.js';
import { TtlCheck } from './ttl-check.js';

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_SCRIPT_TIMEOUT_MS = 30_000;

/** What a check needs to run on. */
export interface RunnerContext {
  readonly clock: Clock;
  readonly rng: Rng;
  /** For alias checks of other nodes, with the token to ask by. */
  readonly gateway: RequestGateway;
  readonly token: string;
  readonly nodeName: string;
  /** For alias checks of this machine. */
  readonly source: AliasSource;
  readonly outputBytesMax: number;
  readonly report: ReportResult;
  /** The check's output now. */
  readonly lastOutput: () => string;
  /** What is left of a TTL check's time; absent: all. */
  readonly remainingMs?: number;
}

/** What keeps a check up to date, or undefined where nothing does, as with maintenance. */
export function createRunner(
  registration: CheckRegistration,
  context: RunnerContext,
): CheckRunner | undefined {
  const { ttlMs, aliasNode, aliasService } = registration;
  if (ttlMs !== undefined) return new TtlCheck({ ...context, ttlMs });
  if (aliasNode !== undefined || aliasService !== undefined) {
    return createAliasCheck(registration, context);
  }
  return createPeriodicCheck(registration, context);
}

function createPeriodicCheck(
  registration: CheckRegistration,
  { clock, rng, report, outputBytesMax }: RunnerContext,
): CheckRunner | undefined {
  const probe = createProbe(registration, outputBytesMax);
  if (probe === undefined) return undefined;
  const isScript = registration.args !== undefined;
  const failuresBeforeCritical = registration.failuresBeforeCritical ?? 0;
  return new PeriodicCheck({
    probe,
    intervalMs: registration.intervalMs ?? 0,
    timeoutMs:
      positive(registration.timeoutMs) ??
      (isScript ? DEFAULT_SCRIPT_TIMEOUT_MS : DEFAULT_TIMEOUT_MS),
    thresholds: {
      successBeforePassing: registration.successBeforePassing ?? 0,
      failuresBeforeWarning: positive(registration.failuresBeforeWarning) ?? failuresBeforeCritical,
      failuresBeforeCritical,
    },
    clock,
    rng,
    report,
  });
}

function createAliasCheck(registration: CheckRegistration, context: RunnerContext): CheckRunner {
  const { id: checkId = '', aliasService: serviceId = '', aliasNode = '' } = registration;
  const { nodeName, outputBytesMax } = context;
  const report: ReportResult = ({ status, output }) =>
    // Aliases of aliases would else grow with each turn of a circle.
    context.report({ status, output: headOf(output, outputBytesMax) });
  if (aliasNode === '' || tableKey(aliasNode) === tableKey(nodeName)) {
    return new LocalAliasCheck({ ...context, checkId, serviceId, node: nodeName, report });
  }
  return new RemoteAliasCheck({ ...context, serviceId, node: aliasNode, report });
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}
