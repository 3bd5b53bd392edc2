import type {
  CommandEntry,
  SnapshotMetadata,
  StateMachine,
  StateMachineSnapshot,
} from '../../src/index.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `key=value` commands; answers with how many commands were applied in all. */
export class KeyValueMachine implements StateMachine<number> {
  values: Map<string, string> = new Map();
  appliedCount = 0;
  restoredCount = 0;

  apply(entries: readonly CommandEntry[]): number[] {
    return entries.map((entry) => {
      const [key = '', value = ''] = decoder.decode(entry.data).split('=');
      this.values.set(key, value);
      this.appliedCount += 1;
      return this.appliedCount;
    });
  }

  snapshot(): StateMachineSnapshot {
    const state = { values: [...this.values], appliedCount: this.appliedCount };
    return { data: [encoder.encode(JSON.stringify(state))] };
  }

  async restore(_: SnapshotMetadata, data: AsyncIterable<Uint8Array>): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of data) chunks.push(chunk);
    const state = JSON.parse(decoder.decode(Buffer.concat(chunks)));
    this.values = new Map(state.values);
    this.appliedCount = state.appliedCount;
    this.restoredCount += 1;
  }
}

export function command(key: string, value: string): Uint8Array {
  return encoder.encode(`${key}=${value}`);
}
