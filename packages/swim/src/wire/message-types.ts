/**
 * First bytes of messages and envelopes. The list may only grow.
 *
 * Source: memberlist's message types; 0xf4 is prefixed, never dispatched on.
 */
export const MESSAGE_TYPE = {
  ping: 0,
  indirectPing: 1,
  ack: 2,
  suspect: 3,
  alive: 4,
  dead: 5,
  pushPull: 6,
  compound: 7,
  user: 8,
  compress: 9,
  encrypt: 10,
  nack: 11,
  checksum: 12,
  error: 13,
  label: 0xf4,
} as const;
