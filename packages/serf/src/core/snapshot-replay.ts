import { type Endpoint, parseEndpoint } from '@konsul/runtime/core';

/** What a snapshot remembers. */
export interface RecoveredState {
  /** Members that were alive, by name. */
  readonly alive: ReadonlyMap<string, Endpoint>;
  /** Lamport times; 0 when there is none. */
  readonly memberTime: number;
  readonly eventTime: number;
  readonly queryTime: number;
  /** Lines that say something we know, comments aside. */
  readonly knownLineCount: number;
  /** Lines that say nothing we know. */
  readonly unknownLineCount: number;
}

/** Members taken from a snapshot; a bound on what a damaged file can make us keep. */
const ALIVE_COUNT_MAX = 65_536;

const LINE_STARTS: readonly string[] = [
  'alive: ',
  'not-alive: ',
  'clock: ',
  'event-clock: ',
  'query-clock: ',
  'coordinate: ',
  'leave',
];

interface ReplayState {
  readonly alive: Map<string, Endpoint>;
  memberTime: number;
  eventTime: number;
  queryTime: number;
  knownLineCount: number;
  unknownLineCount: number;
}

/**
 * Reads a snapshot: lines that are each a change, in the order in which they were written. A last
 * line without its end was cut off by a crash and does not count.
 *
 * @param isRejoinAfterLeave - what was known before a leave still counts.
 */
export function replaySnapshot(
  text: string,
  { isRejoinAfterLeave }: { readonly isRejoinAfterLeave: boolean },
): RecoveredState {
  const state: ReplayState = emptyState();
  const lines = text.split('\n').slice(0, -1);
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    if (replayLine(state, line, isRejoinAfterLeave)) state.knownLineCount += 1;
    else state.unknownLineCount += 1;
  }
  return state;
}

/** Whether a text is the beginning of a first line that a crash cut off. */
export function isTornStart(text: string): boolean {
  if (text.includes('\n')) return false;
  return LINE_STARTS.some((start) => text.startsWith(start) || start.startsWith(text));
}

function emptyState(): ReplayState {
  const times = { memberTime: 0, eventTime: 0, queryTime: 0 };
  return { alive: new Map(), ...times, knownLineCount: 0, unknownLineCount: 0 };
}

function forgetAll(state: ReplayState): void {
  state.alive.clear();
  state.memberTime = 0;
  state.eventTime = 0;
  state.queryTime = 0;
}

/** @returns false for a line that is not understood. */
function replayLine(state: ReplayState, line: string, isRejoinAfterLeave: boolean): boolean {
  if (line.startsWith('coordinate: ')) return true;
  if (line === 'leave') {
    if (!isRejoinAfterLeave) forgetAll(state);
    return true;
  }
  const [, key, value] = /^([a-z-]+): (.*)$/.exec(line) ?? [];
  switch (key) {
    case 'alive':
      return replayAlive(state, value ?? '');
    case 'not-alive':
      state.alive.delete(value ?? '');
      return true;
    case 'clock':
      return replayTime(value, (time) => {
        state.memberTime = time;
      });
    case 'event-clock':
      return replayTime(value, (time) => {
        state.eventTime = time;
      });
    case 'query-clock':
      return replayTime(value, (time) => {
        state.queryTime = time;
      });
    default:
      return false;
  }
}

/** A name may contain spaces; an address does not. */
function replayAlive(state: ReplayState, value: string): boolean {
  const space = value.lastIndexOf(' ');
  const endpoint = parseEndpoint(value.slice(space + 1), 0);
  if (space < 1 || endpoint === undefined || endpoint.port === 0) return false;
  if (state.alive.size >= ALIVE_COUNT_MAX) return false;
  const name = value.slice(0, space);
  state.alive.set(name, { ...endpoint, name });
  return true;
}

function replayTime(text: string | undefined, set: (time: number) => void): boolean {
  const time = /^\d{1,16}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(time)) return false;
  set(time);
  return true;
}
