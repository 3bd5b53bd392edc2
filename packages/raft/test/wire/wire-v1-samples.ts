import type { RaftMessage } from '../../src/index.js';
import type { Hello } from '../../src/wire/hello-codec.js';
import type { SnapshotSignal } from '../../src/wire/snapshot-stream-codec.js';

/** The group that every sample belongs to. */
export const sampleGroup = 7;

const envelope = { from: 'alpha', to: 'bêta', term: 2 ** 40 + 3 } as const;
const stay = { session: 12, round: 345 } as const;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One message of every kind, and of some kinds more, as the first release spoke them. */
export const messageSamples: Readonly<Record<string, RaftMessage>> = {
  'vote-request': {
    ...envelope,
    type: 'vote-request',
    isPreVote: false,
    isTransfer: true,
    lastIndex: 90,
    lastTerm: 4,
  },
  'pre-vote-request': {
    ...envelope,
    type: 'vote-request',
    isPreVote: true,
    isTransfer: false,
    lastIndex: 2 ** 45,
    lastTerm: 4,
  },
  'vote-response': { ...envelope, type: 'vote-response', isPreVote: false, isGranted: true },
  'append-request-empty': {
    ...envelope,
    ...stay,
    type: 'append-request',
    previousIndex: 9,
    previousTerm: 3,
    commitIndex: 8,
    entries: [],
  },
  'append-request': {
    ...envelope,
    ...stay,
    type: 'append-request',
    previousIndex: 9,
    previousTerm: 3,
    commitIndex: 8,
    entries: [
      { index: 10, term: 3, kind: 'no-op', data: bytes('') },
      { index: 11, term: 4, kind: 'command', data: bytes('set x') },
      {
        index: 12,
        term: 4,
        kind: 'configuration',
        data: Uint8Array.of(1, 0, 1, 0, 0, 1, 0x61, 0, 1, 0x62, 0, 0, 0, 0),
      },
    ],
  },
  'append-response-accepted': {
    ...envelope,
    ...stay,
    type: 'append-response',
    isAccepted: true,
    index: 12,
    hintIndex: 0,
    hintTerm: 0,
  },
  'append-response-refused': {
    ...envelope,
    ...stay,
    type: 'append-response',
    isAccepted: false,
    index: 9,
    hintIndex: 5,
    hintTerm: 2,
  },
  heartbeat: { ...envelope, ...stay, type: 'heartbeat', commitIndex: 8 },
  'heartbeat-response': { ...envelope, ...stay, type: 'heartbeat-response' },
  'snapshot-offer': {
    ...envelope,
    ...stay,
    type: 'snapshot-offer',
    snapshot: {
      index: 100,
      term: 4,
      configurationIndex: 12,
      sizeBytes: 4096,
      id: '4-100-abc',
      configuration: {
        voters: [{ id: 'a', address: 'a:1' }],
        votersOutgoing: [{ id: 'b', address: 'b:1' }],
        learners: [{ id: 'c', address: 'c:1', promotion: 'automatic' }],
      },
    },
  },
  'snapshot-response': {
    ...envelope,
    type: 'snapshot-response',
    session: 12,
    isInstalled: true,
    index: 100,
  },
  'timeout-now': { ...envelope, type: 'timeout-now' },
  'read-index-request': { ...envelope, type: 'read-index-request', readId: 77 },
  'read-index-response': {
    ...envelope,
    type: 'read-index-response',
    readId: 77,
    isConfirmed: true,
    index: 8,
  },
};

/** Who greets whom in every hello. */
export const sampleGreeting: Omit<Hello, 'kind'> = {
  clusterId: 'dc1',
  group: sampleGroup,
  from: 'alpha',
  address: '127.0.0.1:8300',
  to: 'bêta',
};

/** What the first release said on a new connection. */
export const helloSamples: Readonly<Record<string, Hello>> = {
  'hello-messages': { ...sampleGreeting, kind: 'messages' },
  'hello-snapshot': { ...sampleGreeting, kind: 'snapshot' },
};

/** What it said on a snapshot connection after the offer. */
export const signalSamples: Readonly<Record<string, SnapshotSignal>> = {
  'signal-accept': { type: 'accept', offsetBytes: 65_536 },
  'signal-refuse': { type: 'refuse' },
  'signal-data': { type: 'data', bytes: bytes('image') },
  'signal-end': { type: 'end' },
  'signal-done': { type: 'done' },
};
