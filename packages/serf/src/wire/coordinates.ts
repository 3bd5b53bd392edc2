import { MsgpackFields, type MsgpackReader, type MsgpackWriter } from '@konsul/swim';
import { COORDINATE_DIMENSION_COUNT, type Coordinate } from '../core/coordinate.js';

/** First byte of what an ack carries. */
const PING_PAYLOAD_VERSION = 1;
const COORDINATE: MsgpackFields<'Vec' | 'Error' | 'Adjustment' | 'Height'> = new MsgpackFields([
  'Vec',
  'Error',
  'Adjustment',
  'Height',
]);

/** A coordinate behind its version byte. */
export function writeCoordinate(writer: MsgpackWriter, coordinate: Coordinate): Uint8Array {
  writer.writeByte(PING_PAYLOAD_VERSION);
  writer.writeMapHeader(4);
  writer.writeString('Adjustment');
  writer.writeFloat64(coordinate.adjustment);
  writer.writeString('Error');
  writer.writeFloat64(coordinate.error);
  writer.writeString('Height');
  writer.writeFloat64(coordinate.height);
  writer.writeString('Vec');
  writer.writeArrayHeader(coordinate.vector.length);
  for (const value of coordinate.vector) writer.writeFloat64(value);
  return writer.finish();
}

/**
 * Reads a coordinate, which has as many dimensions as ours; whether its numbers are of use is for
 * the receiver to judge.
 */
export function readCoordinate(reader: MsgpackReader, payload: Uint8Array): Coordinate | undefined {
  if (payload[0] !== PING_PAYLOAD_VERSION) return undefined;
  reader.reset(payload, 1);
  const fields = { error: 0, adjustment: 0, height: 0 };
  let vector: readonly number[] = [];
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(COORDINATE, header, index)) {
      case 'Vec':
        vector = readVector(reader);
        break;
      case 'Error':
        fields.error = reader.readFloat64();
        break;
      case 'Adjustment':
        fields.adjustment = reader.readFloat64();
        break;
      case 'Height':
        fields.height = reader.readFloat64();
        break;
      case undefined:
        break;
    }
  }
  const isWhole = reader.failure === undefined && vector.length === COORDINATE_DIMENSION_COUNT;
  return isWhole ? { vector, ...fields } : undefined;
}

function readVector(reader: MsgpackReader): readonly number[] {
  const count = reader.readArrayHeader();
  if (count !== COORDINATE_DIMENSION_COUNT) reader.fail('malformed');
  const vector: number[] = [];
  for (let index = 0; index < count && reader.failure === undefined; index += 1) {
    vector.push(reader.readFloat64());
  }
  return vector;
}
