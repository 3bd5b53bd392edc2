import { createSocket } from 'node:dgram';
import type { Clock } from '@konsul/runtime';
import { formatTable } from '@konsul/runtime/command-line';
import { type Answer, type DecodedPacket, decode, encode } from 'dns-packet';

/** A question to a name server. */
export interface DnsLookup {
  readonly address: string;
  readonly port: number;
  readonly name: string;
  readonly type: 'A' | 'SRV';
}

const LOOKUP_TIMEOUT_MS = 2000;
const QUERY_ID = 1;

/** Asks by UDP, once. Rejects when there is no answer within two seconds. */
export function lookUp(
  { address, port, name, type }: DnsLookup,
  clock: Clock,
): Promise<DecodedPacket> {
  const socket = createSocket('udp4');
  const answer = new Promise<DecodedPacket>((resolve, reject) => {
    const cancel = clock.schedule(clock.nowMs() + LOOKUP_TIMEOUT_MS, () =>
      reject(new Error(`no answer from ${address}:${port} within ${LOOKUP_TIMEOUT_MS} ms`)),
    );
    socket.once('error', reject);
    socket.once('message', (bytes) => {
      cancel();
      try {
        resolve(decode(bytes));
      } catch (error) {
        reject(error);
      }
    });
    const query = encode({ type: 'query', id: QUERY_ID, questions: [{ name, type }] });
    socket.send(query, port, address);
  });
  return answer.finally(() => socket.close());
}

/** The sections of an answer in the layout of zone files, as dig prints them. */
export function formatAnswer({ answers, additionals }: DecodedPacket): string {
  const sections = [
    ['ANSWER', answers ?? []],
    ['ADDITIONAL', additionals ?? []],
  ] as const;
  return sections
    .filter(([, records]) => records.length > 0)
    .map(([title, records]) => `;; ${title} SECTION:\n${formatTable(records.flatMap(rowOf))}`)
    .join('\n\n');
}

function rowOf(record: Answer): string[][] {
  const data = dataOf(record);
  const ttl = 'ttl' in record ? String(record.ttl ?? 0) : '0';
  return data === undefined ? [] : [[`${record.name}.`, ttl, 'IN', record.type, data]];
}

/** Of the types that are asked for; undefined of any other. */
function dataOf(record: Answer): string | undefined {
  if (record.type === 'A') return record.data;
  if (record.type !== 'SRV') return undefined;
  const { priority = 0, weight = 0, port, target } = record.data;
  return `${priority} ${weight} ${port} ${target}.`;
}
