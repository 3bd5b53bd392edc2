import { Compression } from './compression.js';
import { MsgpackReader } from './msgpack-reader.js';
import { MsgpackWriter } from './msgpack-writer.js';

/** What a codec works with while a call lasts: tables, buffers, and strings seen before. */
export interface Workspace {
  readonly reader: MsgpackReader;
  readonly writer: MsgpackWriter;
  readonly compression: Compression;
}

let workspace: Workspace | undefined;

/**
 * One workspace for all codecs of the process. Calls of a codec end before another's begin, so they
 * can take turns: about 90 KB are taken once instead of by every member, and members that see the
 * same names share the strings.
 */
export function sharedWorkspace(): Workspace {
  workspace ??= {
    reader: new MsgpackReader(),
    writer: new MsgpackWriter(),
    compression: new Compression(),
  };
  return workspace;
}
