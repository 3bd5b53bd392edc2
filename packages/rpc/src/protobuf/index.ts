import protobuf from 'protobufjs/minimal.js';

export { Reader } from './safe-reader.js';
export { Writer } from './safe-writer.js';

/** How `toObject` of generated code presents values. */
export type IConversionOptions = protobuf.IConversionOptions;

/**
 * protobufjs' helpers without its Long class, so that an absent 64-bit field is the number 0 and
 * not an object. The host application's protobufjs is not touched.
 */
export const util: typeof protobuf.util = Object.create(protobuf.util, {
  Long: { value: undefined, enumerable: true },
});

/** Where generated modules keep their namespaces; apart from the host application's own. */
export const roots: Record<string, Record<string, unknown>> = {};
