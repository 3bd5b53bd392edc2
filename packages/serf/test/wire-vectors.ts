import { readFileSync } from 'node:fs';

/** A value in a recorded decoding; `{"$hex": ...}` stands for bytes, null for nil. */
export type Recorded = null | boolean | number | string | RecordedObject | readonly Recorded[];
export interface RecordedObject {
  readonly [name: string]: Recorded;
}

/** Bytes that Serf itself has produced, and what it decodes them to. */
export interface WireVector {
  readonly name: string;
  readonly layer: string;
  readonly hex: string;
  readonly decoded: RecordedObject | null;
}

export const wireVectors: readonly WireVector[] = JSON.parse(
  readFileSync(new URL('fixtures/serf.json', import.meta.url), 'utf8'),
) as WireVector[];

export function wireVector(name: string): WireVector {
  const vector = wireVectors.find((candidate) => candidate.name === name);
  if (vector === undefined) throw new Error(`no vector is called ${name}`);
  return vector;
}

export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function object(value: Recorded | undefined): RecordedObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`no object: ${JSON.stringify(value)}`);
  }
  return value as RecordedObject;
}

export function list(value: Recorded | undefined): readonly Recorded[] {
  return Array.isArray(value) ? (value as readonly Recorded[]) : [];
}

export function number(value: Recorded | undefined): number {
  return typeof value === 'number' ? value : 0;
}

export function text(value: Recorded | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function bytes(value: Recorded | undefined): Uint8Array {
  if (value === null || value === undefined) return new Uint8Array(0);
  return fromHex(text(object(value)['$hex']));
}
