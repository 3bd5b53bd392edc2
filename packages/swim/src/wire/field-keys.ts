type FieldName =
  | 'Addr'
  | 'From'
  | 'Incarnation'
  | 'Meta'
  | 'Nack'
  | 'Name'
  | 'Node'
  | 'Payload'
  | 'Port'
  | 'SeqNo'
  | 'SourceAddr'
  | 'SourceNode'
  | 'SourcePort'
  | 'State'
  | 'Target'
  | 'Vsn';

/** Names of fields as they stand on the wire, encoded once for all messages. */
export const KEY: Readonly<Record<FieldName, Uint8Array>> = {
  Addr: encodedKey('Addr'),
  From: encodedKey('From'),
  Incarnation: encodedKey('Incarnation'),
  Meta: encodedKey('Meta'),
  Nack: encodedKey('Nack'),
  Name: encodedKey('Name'),
  Node: encodedKey('Node'),
  Payload: encodedKey('Payload'),
  Port: encodedKey('Port'),
  SeqNo: encodedKey('SeqNo'),
  SourceAddr: encodedKey('SourceAddr'),
  SourceNode: encodedKey('SourceNode'),
  SourcePort: encodedKey('SourcePort'),
  State: encodedKey('State'),
  Target: encodedKey('Target'),
  Vsn: encodedKey('Vsn'),
};

/**
 * Header byte and text of a key.
 *
 * @param name - at most 31 ASCII characters.
 */
export function encodedKey(name: string): Uint8Array {
  return Uint8Array.of(0xa0 | name.length, ...Buffer.from(name, 'latin1'));
}
