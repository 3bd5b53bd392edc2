import type { Member, VersionRange } from '@konsul/swim/core';
import type { SerfMember, SerfMemberStatus } from './member.js';
import type { Tags } from './messages.js';

/** A member in the table. Only the table and the rules change it; others take its {@link view}. */
export class MemberRecord {
  readonly name: string;
  /** When it was found gone, on the core's clock. A forced leave does not change it. */
  goneAtMs = 0;
  #member: Member;
  #tags: Tags;
  #status: SerfMemberStatus = 'alive';
  #statusTime = 0;
  #view: SerfMember | undefined;

  constructor(member: Member, tags: Tags) {
    this.name = member.name;
    this.#member = member;
    this.#tags = tags;
  }

  get status(): SerfMemberStatus {
    return this.#status;
  }

  /** Lamport time of the last intent. */
  get statusTime(): number {
    return this.#statusTime;
  }

  set statusTime(time: number) {
    this.#statusTime = time;
    this.#view = undefined;
  }

  get tags(): Tags {
    return this.#tags;
  }

  /** The member as the layer below knew it last. */
  get gossiped(): Member {
    return this.#member;
  }

  /** The member as it is now; the same object until something changes. */
  get view(): SerfMember {
    this.#view ??= describeMember(this.#member, this.#tags, {
      status: this.#status,
      statusTime: this.#statusTime,
    });
    return this.#view;
  }

  /** Takes what the layer below says now. */
  refresh(member: Member, tags: Tags): void {
    this.#member = member;
    this.#tags = tags;
    this.#view = undefined;
  }

  /** For the table alone, which keeps sets. */
  enter(status: SerfMemberStatus): void {
    this.#status = status;
    this.#view = undefined;
  }
}

/** All members known at this layer. */
export class MemberTable {
  readonly #byName = new Map<string, MemberRecord>();
  readonly #failed = new Set<MemberRecord>();
  readonly #left = new Set<MemberRecord>();

  /** Members of any status; `n` in all formulas. */
  get size(): number {
    return this.#byName.size;
  }

  get failed(): ReadonlySet<MemberRecord> {
    return this.#failed;
  }

  get left(): ReadonlySet<MemberRecord> {
    return this.#left;
  }

  /** Of those who failed or left, who has been gone for the longest time. */
  get longestGone(): MemberRecord | undefined {
    const [failed] = this.#failed;
    const [left] = this.#left;
    if (failed === undefined || left === undefined) return failed ?? left;
    return left.goneAtMs < failed.goneAtMs ? left : failed;
  }

  get(name: string): MemberRecord | undefined {
    return this.#byName.get(name);
  }

  all(): IterableIterator<MemberRecord> {
    return this.#byName.values();
  }

  insert(record: MemberRecord): void {
    this.#byName.set(record.name, record);
  }

  setStatus(record: MemberRecord, status: SerfMemberStatus): void {
    this.#failed.delete(record);
    this.#left.delete(record);
    if (status === 'failed') this.#failed.add(record);
    else if (status === 'left') this.#left.add(record);
    record.enter(status);
  }

  erase(record: MemberRecord): void {
    this.#byName.delete(record.name);
    this.#failed.delete(record);
    this.#left.delete(record);
  }
}

/** A member of the layer below as this layer shows it. */
export function describeMember(
  member: Member,
  tags: Tags,
  presence: { readonly status: SerfMemberStatus; readonly statusTime: number },
): SerfMember {
  return {
    name: member.name,
    endpoint: { host: member.host, port: member.port, name: member.name },
    addressBytes: member.address,
    tags,
    ...presence,
    gossipVersions: versionRange(member.versions, 0),
    serfVersions: versionRange(member.versions, 3),
  };
}

function versionRange(versions: Uint8Array, start: number): VersionRange {
  return {
    min: versions[start] ?? 0,
    max: versions[start + 1] ?? 0,
    current: versions[start + 2] ?? 0,
  };
}
