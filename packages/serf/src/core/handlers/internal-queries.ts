import type { SerfContext } from '../context.js';
import type { KeyringSavedInput } from '../input.js';
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

const NO_KEYRING = 'No keyring to modify (encryption not enabled)';
const EMPTY_KEYRING = 'Keyring is empty (encryption not enabled)';
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

  #changeKeys(query: QueryMessage, operation: 'install' | 'use' | 'remove'): void {
    const { codec, config, deadlines, nowMs } = this.#context;
    if (this.#unsaved.size >= config.pendingQueryCountMax) {
      this.#context.reject('serf-query-limit');
      return;
    }
    const key = codec.decodeKeyRequest(query.payload);
    const failure =
      key === undefined ? 'Failed to decode key request' : this.#changeKeyring(operation, key);
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

  #changeKeyring(
    operation: 'install' | 'use' | 'remove',
    key: Uint8Array,
  ): KeyringFailure | undefined {
    const { keyring } = this.#context.options;
    if (keyring === undefined || keyring.size === 0) return NO_KEYRING;
    return keyring[operation](key);
  }

  /** A list that is too long loses keys from its end until it fits. */
  #listKeys(query: QueryMessage): void {
    const { options, config, codec } = this.#context;
    const all = options.keyring?.list() ?? [];
    const [primaryKey] = all;
    if (primaryKey === undefined) {
      this.#respond(query, { isDone: false, message: EMPTY_KEYRING, ...NO_KEYS });
      return;
    }
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
