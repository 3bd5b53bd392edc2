/** Data of a record by its type. */
export type DnsRecordData =
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | { readonly type: 'CNAME' | 'NS' | 'PTR'; readonly target: string }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: string;
    }
  | { readonly type: 'TXT'; readonly text: string }
  | {
      readonly type: 'SOA';
      readonly primary: string;
      readonly mailbox: string;
      readonly serial: number;
      readonly refreshSeconds: number;
      readonly retrySeconds: number;
      readonly expireSeconds: number;
      readonly minTtlSeconds: number;
    };

/** A resource record of class IN. Names end in a dot. */
export type DnsRecord = DnsRecordData & {
  readonly name: string;
  /** 0 to 2^31 - 1. */
  readonly ttlSeconds: number;
};

/** The name that a record leads to, if it leads to one. */
export function targetOf(record: DnsRecord): string | undefined {
  return 'target' in record ? record.target : undefined;
}

/** Numbers of the record types that are written. Source: RFC 1035 section 3.2.2, RFC 2782, RFC 3596. */
export const RECORD_TYPE_NUMBERS: Readonly<Record<DnsRecord['type'], number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
};
