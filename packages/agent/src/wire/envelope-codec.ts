import type { AnswerEnvelope, RequestEnvelope } from '../request/envelope.js';
import type { Consistency } from '../request/gateway.js';
import { type Codec, codecOf } from './codec.js';
import { agent as wire } from './gen/agent.js';

const consistencies: readonly Consistency[] = ['default', 'consistent', 'stale'];

function readConsistency(value: number): Consistency {
  return consistencies[value] ?? 'default';
}

/** Codec of requests between agents. */
export const requestEnvelopeCodec: Codec<RequestEnvelope> = codecOf({
  encode: (envelope) =>
    wire.RequestEnvelope.encode({
      ...envelope,
      consistency: consistencies.indexOf(envelope.consistency),
    }).finish(),
  decode(bytes): RequestEnvelope {
    const { endpoint, datacenter, token, consistency, minIndex, waitMs, maxStaleMs, body } =
      wire.RequestEnvelope.decode(bytes);
    return {
      endpoint,
      datacenter,
      token,
      consistency: readConsistency(consistency),
      minIndex,
      waitMs,
      maxStaleMs,
      body,
    };
  },
});

/** Codec of answers between agents. */
export const answerEnvelopeCodec: Codec<AnswerEnvelope> = codecOf({
  encode: (envelope) =>
    wire.AnswerEnvelope.encode({
      ...envelope,
      consistency: consistencies.indexOf(envelope.consistency),
    }).finish(),
  decode(bytes): AnswerEnvelope {
    const { index, lastContactMs, isLeaderKnown, consistency, body } =
      wire.AnswerEnvelope.decode(bytes);
    return {
      index,
      lastContactMs,
      isLeaderKnown,
      consistency: readConsistency(consistency),
      body,
    };
  },
});
