import type { SerfContext } from '../context.js';
import type { KeyOperation, KeyringSavedInput } from '../input.js';
import type { KeyringFailure } from '../keyring-access.js';
import type { SerfMemberStatus } from '../member.js';
import type { MemberRecord } from '../member-table.js';
import type { ConflictAnswer, KeyResponse, QueryMessage } from '../messages.js';
import { CONFLICT_QUERY } from './conflicts.js';
import { KEY_QUERY_NAMES } from './key-requests.js';
import type { QueryAnswers } from './query-answers.js';

/** Bytes that one key takes of an answer, at least; the first guess at how many fit. */
const KEY_ANSWER_BYTES = 25;

/** Numbers of the wire. */
const STATUS_NUMBERS: Readonly<Record<SerfMemberStatus, number>> = {
  alive: 1,
  leaving: 2,
  left: 3,
  failed: 4,
};

type KeyChange = Exclude<KeyOperation, 'list'>;

/** What the log says when it did not work. Source: Serf, word for word. */
const CHANGE_FAILURES: Readonly<Record<KeyChange, string>> = {
  install: 'Failed to install key',
  use: 'Failed to change primary key',
  remove: 'Failed to remove key',
};

const NO_KEYRING = 'No keyring to modify (encryption not enabled)';
const EMPTY_KEYRING = 'Keyring is empty (encryption not enabled)';
const UNREADABLE = 'Failed to decode key request';
const NO_KEYS = { keys: [], primaryKey: '' } as const;

/** Answers the protocol's own queries; an ack is all that the others want. */
export class InternalQueries {
  readonly #context: SerfContext;
  readonly #answers: QueryAnswers;
  /** Requests that have changed the keyring, which is being saved. */
  readonly #unsaved = new Map<number, QueryMessage>();
  #changeIdNext = 1;

  constructor(context: SerfContext, answers: QueryAnswers) {
    this.#context = context;
    this.#answers = answers;
  }

  answer(query: QueryMessage): void {
    switch (query.name) {
      case CONFLICT_QUERY:
        this.#answerConflict(query);
        break;
      case KEY_QUERY_NAMES.install:
        this.#changeKeys(query, 'install');
        break;
      case KEY_QUERY_NAMES.use:
        this.#changeKeys(query, 'use');
        break;
      case KEY_QUERY_NAMES.remove:
        this.#changeKeys(query, 'remove');
        break;
      case KEY_QUERY_NAMES.list:
        this.#listKeys(query);
        break;
    }
  }

  /** Nobody is told that a key is there before it would survive a restart. */
  onKeyringSaved({ changeId, failure }: KeyringSavedInput): void {
    const query = this.#unsaved.get(changeId);
    if (query === undefined) return;
    this.#unsaved.delete(changeId);
    this.#respond(query, { isDone: failure === undefined, message: failure ?? '', ...NO_KEYS });
  }

  /** Who is asked about itself stays silent: it would vote for itself. */
  #answerConflict(query: QueryMessage): void {
    const { codec, members } = this.#context;
    const name = codec.decodeConflictQuestion(query.payload);
    if (name === undefined || this.#context.isLocal(name)) return;
    const record = members.get(name);
    const payload = codec.encodeConflictAnswer(
      record === undefined ? 'none' : conflictAnswer(record),
    );
    this.#answers.send(query, { isAck: false, payload });
  }

  #changeKeys(query: QueryMessage, operation: KeyChange): void {
    const { codec, config, deadlines, nowMs } = this.#context;
    if (this.#unsaved.size >= config.pendingQueryCountMax) {
      this.#context.reject('serf-query-limit');
      return;
    }
    const key = codec.decodeKeyRequest(query.payload);
    const failure = key === undefined ? this.#logged(UNREADABLE) : this.#change(operation, key);
    if (failure !== undefined) {
      this.#respond(query, { isDone: false, message: failure, ...NO_KEYS });
      return;
    }
    const changeId = this.#changeIdNext;
    this.#changeIdNext += 1;
    this.#unsaved.set(changeId, query);
    deadlines.schedule(nowMs + query.timeoutMs, () => this.#unsaved.delete(changeId));
    this.#context.emit({ type: 'keyring-changed', changeId });
  }

  #change(operation: KeyChange, key: Uint8Array): KeyringFailure | undefined {
    const { keyring } = this.#context.options;
    if (keyring === undefined || keyring.size === 0) return this.#logged(NO_KEYRING);
    this.#context.log('info', `Received ${operation}-key query`);
    const failure = keyring[operation](key);
    if (failure !== undefined) {
      this.#context.log('error', `${CHANGE_FAILURES[operation]}: ${failure}`);
    }
    return failure;
  }

  #logged(failure: KeyringFailure): KeyringFailure {
    this.#context.log('error', failure);
    return failure;
  }

  /** A list that is too long loses keys from its end until it fits. */
  #listKeys(query: QueryMessage): void {
    const { options, config, codec } = this.#context;
    const all = options.keyring?.list() ?? [];
    const [primaryKey] = all;
    if (primaryKey === undefined) {
      const message = this.#logged(EMPTY_KEYRING);
      this.#respond(query, { isDone: false, message, ...NO_KEYS });
      return;
    }
    this.#context.log('info', 'Received list-keys query');
    const countMax = Math.floor(config.queryResponseBytesMax / KEY_ANSWER_BYTES);
    for (let count = Math.min(all.length, countMax); count >= 0; count -= 1) {
      const message =
        count === all.length
          ? ''
          : `truncated key list response, showing first ${count} of ${all.length} keys`;
      const response = { isDone: true, message, keys: all.slice(0, count), primaryKey };
      const answer = { isAck: false, payload: codec.encodeKeyResponse(response) };
      if (this.#answers.encode(query, answer).length > config.queryResponseBytesMax) continue;
      this.#answers.send(query, answer);
      return;
    }
  }

  #respond(query: QueryMessage, response: KeyResponse): void {
    const payload = this.#context.codec.encodeKeyResponse(response);
    this.#answers.send(query, { isAck: false, payload });
  }
}

function conflictAnswer(record: MemberRecord): ConflictAnswer {
  const { name, addressBytes, endpoint, tags, status, gossipVersions, serfVersions } = record.view;
  return {
    name,
    address: addressBytes,
    port: endpoint.port,
    tags,
    status: STATUS_NUMBERS[status],
    gossipVersions,
    serfVersions,
  };
}
