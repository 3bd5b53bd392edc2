import { type EncodedResponse, encodeResponse, UDP_PAYLOAD_BYTES_MAX } from './message.js';
import { type DnsRecord, targetOf } from './record.js';
import type { DnsResponse } from './response.js';

/** What of the configuration decides how much is sent. */
export interface TrimSettings {
  readonly transport: 'udp' | 'tcp';
  /** Answers of a UDP response without EDNS0. */
  readonly udpAnswerLimit: number;
  readonly isTruncationShown: boolean;
  readonly isCompressed: boolean;
}

/** Source: RFC 1035 section 4.2.1, less what resolvers on the way may add. */
const UDP_PLAIN_BYTES_MAX = 512;
const UDP_SLACK_BYTES = 8;
const UDP_PLAIN_ANSWER_COUNT_MAX = 8;
/** A frame's length has 16 bits; some is left for the same reason. */
const TCP_BYTES_MAX = 65_523;
const TCP_ANSWER_COUNT_MAX = 4096;
const TCP_SRV_COUNT_MAX = 1024;

/**
 * Cuts a response to what its transport carries and writes it. Authority records go first, then
 * answers from the end, each with the additional records that belong to it; one answer always stays.
 */
export function encodeTrimmed(response: DnsResponse, settings: TrimSettings): Uint8Array {
  const hasEdns = response.query.edns !== undefined;
  const isPlainUdp = settings.transport === 'udp' && !hasEdns;
  const bytesMax = bytesLimit(response, settings);
  const { isCompressed, isTruncationShown } = settings;
  const encode = (candidate: DnsResponse): EncodedResponse => {
    const isCut = candidate.answers.length < response.answers.length;
    return encodeResponse(candidate, { isCompressed, isTruncated: isCut && isTruncationShown });
  };
  // A resolver on the way may undo compression, so a plain response must fit without it.
  const fits = ({ bytes, plainBytes }: EncodedResponse): boolean =>
    (isPlainUdp ? plainBytes : bytes.length) <= bytesMax;
  const counted = withAnswers(response, countLimit(response, settings));
  const whole = encode(counted);
  // Nearly every response fits, and is written only once.
  if (fits(whole)) return whole.bytes;
  return encode(trimToSize(counted, (candidate) => fits(encode(candidate)))).bytes;
}

function bytesLimit(response: DnsResponse, settings: TrimSettings): number {
  if (settings.transport === 'tcp') return TCP_BYTES_MAX;
  const announced = response.query.edns?.udpPayloadBytes ?? UDP_PLAIN_BYTES_MAX;
  const allowed = Math.max(UDP_PLAIN_BYTES_MAX, Math.min(announced, UDP_PAYLOAD_BYTES_MAX));
  return allowed - UDP_SLACK_BYTES;
}

function countLimit(response: DnsResponse, settings: TrimSettings): number {
  if (settings.transport === 'tcp') {
    return response.answers[0]?.type === 'SRV' ? TCP_SRV_COUNT_MAX : TCP_ANSWER_COUNT_MAX;
  }
  if (response.query.edns !== undefined) return Number.POSITIVE_INFINITY;
  return Math.min(UDP_PLAIN_ANSWER_COUNT_MAX, settings.udpAnswerLimit);
}

function trimToSize(response: DnsResponse, fits: (candidate: DnsResponse) => boolean): DnsResponse {
  const bare: DnsResponse = { ...response, authorities: [] };
  if (fits(bare)) return bare;
  // Fewer answers are never larger, so the most that fit are found by halving.
  let fewest = 1;
  let most = bare.answers.length;
  while (fewest < most) {
    const middle = Math.ceil((fewest + most) / 2);
    if (fits(withAnswers(bare, middle))) fewest = middle;
    else most = middle - 1;
  }
  const trimmed = withAnswers(bare, fewest);
  return fits(trimmed) ? trimmed : { ...trimmed, additionals: [] };
}

/** The first answers, with the additional records that they lead to. */
function withAnswers(response: DnsResponse, count: number): DnsResponse {
  if (response.answers.length <= count) return response;
  const answers = response.answers.slice(0, count);
  return { ...response, answers, additionals: reachable(answers, response.additionals) };
}

function reachable(answers: readonly DnsRecord[], pool: readonly DnsRecord[]): DnsRecord[] {
  const names = new Set<string>();
  const reach = (record: DnsRecord): void => {
    names.add(record.name.toLowerCase());
    const target = targetOf(record);
    if (target !== undefined) names.add(target.toLowerCase());
  };
  for (const answer of answers) reach(answer);
  // Additional records come in the order in which they lead to each other.
  return pool.filter((record) => {
    const isReached = names.has(record.name.toLowerCase());
    if (isReached) reach(record);
    return isReached;
  });
}
