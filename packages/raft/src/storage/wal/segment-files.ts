import { type Disk, type DiskFile, type Rng, writeFileAtomically } from '@konsul/runtime';
import { RaftError } from '../../errors.js';
import {
  decodeSegmentHeader,
  encodeSegmentHeader,
  type LogIdentity,
  type SegmentHeader,
} from './segment-header.js';

/** An open segment. */
export interface Segment {
  readonly header: SegmentHeader;
  readonly file: DiskFile;
}

export interface SegmentFilesOptions {
  readonly disk: Disk;
  readonly directory: string;
  readonly identity: LogIdentity;
  /** Bytes a segment is created with. */
  readonly segmentBytes: number;
  readonly rng: Rng;
}

const NAME = /^(\d{10})\.wal$/;
const ZERO_FILL_SLICE_BYTES = 1024 * 1024;

/**
 * The files of one log directory. A segment gets its name only when its header and its zeros are
 * durable, so a header that cannot be read is damage and never the trace of a crash.
 */
export class SegmentFiles {
  readonly #options: SegmentFilesOptions;
  readonly #open = new Map<number, Segment>();
  #logId: string | undefined;
  #nextLogId: string | undefined;

  constructor(options: SegmentFilesOptions) {
    this.#options = options;
  }

  /**
   * Opens what is there, oldest first, and removes files that were never finished. The names found
   * are durable when it resolves, whoever left them.
   *
   * @throws RaftError STORAGE_CORRUPT, STORAGE_FOREIGN, STORAGE_TOO_NEW
   */
  async openAll(): Promise<Segment[]> {
    const { disk, directory } = this.#options;
    const segments: Segment[] = [];
    for (const name of await disk.list(directory)) {
      if (name.endsWith('.wal.new')) await disk.remove(`${directory}/${name}`);
      const match = NAME.exec(name);
      if (match === null) continue;
      const segment = await this.#openSegment(Number(match[1]));
      const expected = (segments[segments.length - 1]?.header.sequence ?? -1) + 1;
      if (segments.length > 0 && segment.header.sequence !== expected) {
        throw this.corrupt(expected, 'the segment is missing');
      }
      segments.push(segment);
      this.#logId ??= segment.header.logId;
    }
    await disk.syncDirectory(directory);
    return segments;
  }

  /** Makes a segment, filled with zeros: flushing later changes no length, only content. */
  async create(sequence: number): Promise<Segment> {
    const { disk, directory, identity, segmentBytes, rng } = this.#options;
    const path = this.#path(sequence);
    const tag = rng.uint32();
    this.#nextLogId ??= this.#logId ?? randomLogId(rng);
    const logId = this.#nextLogId;
    const header: SegmentHeader = { ...identity, sequence, tag, logId };
    const encoded = encodeSegmentHeader(header);
    const file = await disk.open(`${path}.new`, { create: true });
    try {
      await file.truncate(0);
      await file.write(0, encoded);
      const zeros = new Uint8Array(Math.min(ZERO_FILL_SLICE_BYTES, segmentBytes));
      for (let position = encoded.length; position < segmentBytes; position += zeros.length) {
        await file.write(position, zeros.subarray(0, segmentBytes - position));
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(`${path}.new`, path);
    await disk.syncDirectory(directory);
    const segment = { header, file: await disk.open(path, { forDurableWrites: true }) };
    this.#open.set(sequence, segment);
    this.#logId = logId;
    return segment;
  }

  /**
   * What this life of the log is called, once a segment says so durably; a log that begins anew
   * has another name. Undefined in a log of the first release that has not got a new segment yet.
   */
  get logId(): string | undefined {
    return this.#logId;
  }

  get(sequence: number): Segment | undefined {
    return this.#open.get(sequence);
  }

  /** Removes whole segments, oldest first, so that a crash in between leaves no hole. */
  async remove(sequences: readonly number[]): Promise<void> {
    if (sequences.length === 0) return;
    for (const sequence of sequences) {
      const segment = this.#open.get(sequence);
      this.#open.delete(sequence);
      await segment?.file.close();
      await this.#options.disk.remove(this.#path(sequence));
      // Without the flush, a crash could keep this name and lose the next one.
      await this.#options.disk.syncDirectory(this.#options.directory);
    }
  }

  /** Writes a copy of torn bytes beside the log. @returns its path. */
  async keepAside(sequence: number, offset: number, bytes: Uint8Array): Promise<string> {
    const { disk, directory } = this.#options;
    const name = `${sequence}-${offset}.torn`;
    await writeFileAtomically(disk, directory, name, bytes);
    return `${directory}/${name}`;
  }

  async closeAll(): Promise<void> {
    const segments = [...this.#open.values()];
    this.#open.clear();
    for (const segment of segments) await segment.file.close();
  }

  corrupt(sequence: number, problem: string): RaftError {
    return new RaftError(
      'STORAGE_CORRUPT',
      `${this.#path(sequence)}: ${problem}. The log is left as it is. Remove this server from the ` +
        'group, give it an empty directory and a new id, and add it again; if it is the only one ' +
        'left, restore the group from a backup',
    );
  }

  async #openSegment(sequence: number): Promise<Segment> {
    const path = this.#path(sequence);
    const file = await this.#options.disk.open(path, { forDurableWrites: true });
    try {
      const result = decodeSegmentHeader(await file.read(0, 4096));
      if (result.type === 'damaged') throw this.corrupt(sequence, 'the header is damaged');
      if (result.type === 'too-new') {
        throw new RaftError(
          'STORAGE_TOO_NEW',
          `${path} has format ${result.version}; this release reads up to 1`,
        );
      }
      this.#checkIdentity(path, result.header);
      if (result.header.sequence !== sequence) {
        throw this.corrupt(sequence, `the header says sequence ${result.header.sequence}`);
      }
      const segment = { header: result.header, file };
      this.#open.set(sequence, segment);
      return segment;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  #checkIdentity(path: string, header: SegmentHeader): void {
    const { clusterId, nodeId } = this.#options.identity;
    if (header.clusterId === clusterId && header.nodeId === nodeId) return;
    throw new RaftError(
      'STORAGE_FOREIGN',
      `${path} belongs to node ${header.nodeId} of cluster ${header.clusterId}, ` +
        `not to node ${nodeId} of cluster ${clusterId}`,
    );
  }

  #path(sequence: number): string {
    return `${this.#options.directory}/${String(sequence).padStart(10, '0')}.wal`;
  }
}

function randomLogId(rng: Rng): string {
  const part = (): string => rng.uint32().toString(16).padStart(8, '0');
  return part() + part();
}
