import { unreachable } from '@konsul/runtime';
import type { SerfMember } from '../core/member.js';
import type { Tags } from '../core/messages.js';
import { compilePattern, type LinearPattern } from '../core/pattern/linear-pattern.js';
import type { KeyResult, OutgoingQuery, Serf } from '../serf.js';
import { parseBase64 } from './base64-key.js';
import type { IpcOutcome } from './ipc-connection.js';
import type { IpcOperation, IpcQueryRequest } from './ipc-request.js';
import { type IpcStats, ipcMember } from './ipc-response.js';
import type { LogBook } from './log-book.js';
import { reasonOf } from './reason-of.js';

/** What operations need beside the member itself. */
export interface OperationParts {
  readonly serf: Serf;
  readonly logBook: LogBook;
  /** Groups that `stats` tells beside those of the member. */
  readonly agentStats: () => IpcStats;
  readonly isEncrypted: () => boolean;
  /** Sets the member's tags, and keeps them where they must outlive it. */
  readonly setTags: (tags: Tags) => Promise<void>;
  /** Says goodbye to the pool. */
  readonly leave: () => Promise<void>;
}

/** Prefix of queries that belong to the protocol. Source: Serf. */
const INTERNAL_PREFIX = '_serf_';
const PING_QUERY = `${INTERNAL_PREFIX}ping`;

/** Does what clients ask of an agent, with its words for the log. Source: Serf's agent. */
export async function runOperation(
  parts: OperationParts,
  operation: IpcOperation,
): Promise<IpcOutcome> {
  const { serf, logBook } = parts;
  switch (operation.type) {
    case 'members':
      return membersOutcome(serf.members());
    case 'members-filtered':
      return membersOutcome(filterMembers(serf.members(), operation));
    case 'event':
      return await sendEvent(parts, operation);
    case 'force-leave':
      return await forceLeave(parts, operation);
    case 'join':
      return joinOutcome(await join(parts, operation.peers, operation.isReplaying));
    case 'tags':
      return await changeTags(parts, operation.tags, operation.deleteTags);
    case 'leave':
      await parts.leave();
      return {};
    case 'stats':
      return { body: { type: 'stats', groups: statsOf(parts) } };
    case 'get-coordinate':
      return { body: { type: 'coordinate', coordinate: coordinateOf(serf, operation.node) } };
    case 'list-keys':
      logBook.write('INFO', 'agent: Initiating key listing');
      return keysOutcome(await serf.keys.list(), true);
    case 'install-key':
      logBook.write('INFO', 'agent: Initiating key installation');
      return await changeKey(operation.key, (key) => serf.keys.install(key));
    case 'use-key':
      logBook.write('INFO', 'agent: Initiating primary key change');
      return await changeKey(operation.key, (key) => serf.keys.use(key));
    case 'remove-key':
      logBook.write('INFO', 'agent: Initiating key removal');
      return await changeKey(operation.key, (key) => serf.keys.remove(key));
    default:
      return unreachable(operation);
  }
}

/** Asks the pool. Rejects with the reason when it cannot be asked. */
export async function startQuery(
  { serf, logBook }: OperationParts,
  request: IpcQueryRequest,
): Promise<OutgoingQuery> {
  const { name, payload, filterNodes, filterTags, wantsAck, relayFactor, timeoutMs } = request;
  const isPing = name === PING_QUERY && payload.length === 0;
  if (name.startsWith(INTERNAL_PREFIX) && !isPing) {
    throw new Error(`Queries cannot contain the '${INTERNAL_PREFIX}' prefix`);
  }
  logBook.write('DEBUG', `agent: Requesting query send: ${name}. Payload: ${quoted(payload)}`);
  try {
    return await serf.query(name, {
      payload,
      filterTags,
      wantsAck,
      relayFactor,
      ...(filterNodes.length === 0 ? {} : { filterNodes }),
      ...(timeoutMs > 0 ? { timeoutMs } : {}),
    });
  } catch (error) {
    logBook.write('WARN', `agent: failed to start user query: ${reasonOf(error)}`);
    throw error;
  }
}

function membersOutcome(members: readonly SerfMember[]): IpcOutcome {
  return { body: { type: 'members', members: members.map(ipcMember) } };
}

function filterMembers(
  members: readonly SerfMember[],
  { tags, status, name }: Extract<IpcOperation, { readonly type: 'members-filtered' }>,
): readonly SerfMember[] {
  const any = (): boolean => true;
  const isStatus = status === '' ? any : wholeMatch('status', status);
  const isName = name === '' ? any : wholeMatch('name', name);
  const tagTests = Object.entries(tags).map(
    ([tag, expression]) => [tag, wholeMatch(`tag ${tag}`, expression)] as const,
  );
  return members.filter(
    (member) =>
      isStatus(member.status) &&
      isName(member.name) &&
      tagTests.every(([tag, test]) => test(member.tags[tag] ?? '')),
  );
}

/** As Serf does, anchors are put around the expression as it stands, also around `a|b`. */
function wholeMatch(field: string, expression: string): (text: string) => boolean {
  const pattern: LinearPattern = compilePattern(`^${expression}$`);
  if (pattern.type === 'pattern') return pattern.test;
  throw new Error(`Failed to compile regex of ${field}: ${pattern.message}`);
}

async function sendEvent(
  { serf, logBook }: OperationParts,
  event: Extract<IpcOperation, { readonly type: 'event' }>,
): Promise<IpcOutcome> {
  const { name, payload, canCoalesce } = event;
  const told = `${name}. Coalesced: ${canCoalesce}. Payload: ${quoted(payload)}`;
  logBook.write('DEBUG', `agent: Requesting user event send: ${told}`);
  const bytesMax = serf.config.userEventBytesMax;
  const isTooLarge = Buffer.byteLength(name) + payload.length > bytesMax;
  const work = isTooLarge
    ? Promise.reject(
        new Error(`user event exceeds configured limit of ${bytesMax} bytes before encoding`),
      )
    : serf.userEvent(name, payload, { coalesce: canCoalesce });
  return await outcomeOf(work, (reason) => {
    logBook.write('WARN', `agent: failed to send user event: ${reason}`);
  });
}

async function forceLeave(
  { serf, logBook }: OperationParts,
  { node, isPrune }: Extract<IpcOperation, { readonly type: 'force-leave' }>,
): Promise<IpcOutcome> {
  const how = isPrune ? ' (prune)' : '';
  logBook.write('INFO', `agent: Force leaving node${how}: ${node}`);
  return await outcomeOf(serf.forceLeave(node, { prune: isPrune }), (reason) => {
    logBook.write('WARN', `agent: failed to remove node${how}: ${reason}`);
  });
}

/** Joins, and says so in the log. */
export async function join(
  { serf, logBook }: Pick<OperationParts, 'serf' | 'logBook'>,
  peers: readonly string[],
  isReplaying: boolean,
): Promise<{ readonly count: number; readonly error?: string }> {
  logBook.write('INFO', `agent: joining: [${peers.join(' ')}] replay: ${isReplaying}`);
  try {
    const count = await serf.join(peers, { ignoreOldEvents: !isReplaying });
    logBook.write('INFO', `agent: joined: ${count} nodes`);
    return { count };
  } catch (error) {
    const reason = reasonOf(error);
    logBook.write('WARN', `agent: error joining: ${reason}`);
    return { count: 0, error: reason };
  }
}

function joinOutcome({ count, error }: Awaited<ReturnType<typeof join>>): IpcOutcome {
  return error === undefined ? { body: { type: 'joined', count } } : { error };
}

async function changeTags(
  { serf, setTags }: OperationParts,
  added: Tags,
  deleted: readonly string[],
): Promise<IpcOutcome> {
  const kept = Object.entries(serf.localMember().tags).filter(([tag]) => !deleted.includes(tag));
  return await outcomeOf(setTags({ ...Object.fromEntries(kept), ...added }));
}

async function changeKey(
  text: string,
  change: (key: Uint8Array) => Promise<KeyResult>,
): Promise<IpcOutcome> {
  const key = parseBase64(text);
  if (typeof key === 'string') return { error: key };
  return keysOutcome(await change(key), false);
}

function keysOutcome(tally: KeyResult, isListing: boolean): IpcOutcome {
  const { memberCount, responseCount, errorCount, messages, keys } = tally;
  const counts = { nodeCount: memberCount, errorCount, responseCount };
  const result = { messages, ...counts, ...(isListing ? { keys } : {}) };
  const body = { type: 'keys', result } as const;
  if (errorCount > 0) return { error: `${errorCount}/${memberCount} nodes reported failure`, body };
  if (responseCount === memberCount) return { body };
  return { error: `${responseCount}/${memberCount} nodes reported success`, body };
}

function coordinateOf(serf: Serf, node: string): ReturnType<Serf['coordinate']> {
  return node === serf.config.swim.name ? serf.coordinate() : serf.coordinateOf(node);
}

function statsOf({ serf, agentStats, isEncrypted }: OperationParts): IpcStats {
  const stats = serf.stats();
  const numbers = {
    members: stats.memberCount,
    failed: stats.failedCount,
    left: stats.leftCount,
    health_score: stats.healthScore,
    member_time: stats.memberTime,
    event_time: stats.eventTime,
    query_time: stats.queryTime,
    intent_queue: stats.intentQueueCount,
    event_queue: stats.eventQueueCount,
    query_queue: stats.queryQueueCount,
    ...(serf.config.isCoordinatesEnabled ? { coordinate_resets: stats.coordinateResetCount } : {}),
  };
  const texts = Object.entries(numbers).map(([name, value]) => [name, String(value)]);
  return {
    agent: { name: serf.config.swim.name },
    ...agentStats(),
    serf: { ...Object.fromEntries(texts), encrypted: String(isEncrypted()) },
    tags: serf.localMember().tags,
  };
}

async function outcomeOf(
  work: Promise<void>,
  onFailure?: (reason: string) => void,
): Promise<IpcOutcome> {
  try {
    await work;
    return {};
  } catch (error) {
    const reason = reasonOf(error);
    onFailure?.(reason);
    return { error: reason };
  }
}

/** Bytes as a log line shows them. */
function quoted(payload: Uint8Array): string {
  return JSON.stringify(new TextDecoder().decode(payload));
}
