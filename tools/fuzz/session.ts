/** One thing that happens to a core: packets, streams and the passing of time are told apart by `kind`. */
export interface SessionStep {
  /** 0 to 255; what it stands for is the target's affair. */
  readonly kind: number;
  /** 0 to 65,535: who speaks, or how long. */
  readonly value: number;
  /** At most 65,535 bytes. */
  readonly bytes: Uint8Array;
}

const HEADER_BYTES = 5;

/** A whole session as one input, so that it can be kept as a line of hex like any other. */
export function writeSession(steps: readonly SessionStep[]): Uint8Array {
  const sizes = steps.map(({ bytes }) => HEADER_BYTES + bytes.length);
  const session = Buffer.alloc(sizes.reduce((sum, size) => sum + size, 0));
  let offset = 0;
  for (const { kind, value, bytes } of steps) {
    offset = session.writeUInt8(kind, offset);
    offset = session.writeUInt16BE(value, offset);
    offset = session.writeUInt16BE(bytes.length, offset);
    session.set(bytes, offset);
    offset += bytes.length;
  }
  return Uint8Array.from(session);
}

/** What {@link writeSession} wrote. */
export function readSession(session: Uint8Array): readonly SessionStep[] {
  const view = Buffer.from(session);
  const steps: SessionStep[] = [];
  for (let offset = 0; offset + HEADER_BYTES <= view.length; ) {
    const end = offset + HEADER_BYTES + view.readUInt16BE(offset + 3);
    const bytes = Uint8Array.from(view.subarray(offset + HEADER_BYTES, end));
    steps.push({ kind: view[offset] ?? 0, value: view.readUInt16BE(offset + 1), bytes });
    offset = end;
  }
  return steps;
}
