import { readFileSync } from 'node:fs';
import { seededRng } from '@konsul/runtime/core';
import { describe, expect, test } from 'vitest';
import {
  type Coordinate,
  distanceSeconds,
  isUsableCoordinate,
  originCoordinate,
} from './coordinate.js';
import { VivaldiClient } from './vivaldi.js';

interface GoCoordinate {
  Vec: number[];
  Error: number;
  Adjustment: number;
  Height: number;
}

interface Trace {
  start: GoCoordinate;
  steps: {
    node: string;
    other: GoCoordinate;
    rtt_ns: number;
    after: GoCoordinate;
    distance_to_other_ns: number;
  }[];
}

const fromGo = (go: GoCoordinate): Coordinate => ({
  vector: go.Vec,
  error: go.Error,
  adjustment: go.Adjustment,
  height: go.Height,
});

const trace = (
  JSON.parse(
    readFileSync(new URL('../../test/fixtures/formulas.json', import.meta.url), 'utf8'),
  ) as { coordinate_trace: Trace }
).coordinate_trace;

describe('a Vivaldi client', () => {
  test('follows the recorded trace of the reference implementation', () => {
    const client = new VivaldiClient(seededRng(1), fromGo(trace.start));
    for (const step of trace.steps) {
      const other = fromGo(step.other);
      client.observe(step.node, other, step.rtt_ns / 1e9);
      const expected = fromGo(step.after);
      client.coordinate.vector.forEach((value, index) => {
        expect(value).toBeCloseTo(expected.vector[index] ?? 0, 12);
      });
      expect(client.coordinate.error).toBeCloseTo(expected.error, 12);
      expect(client.coordinate.adjustment).toBeCloseTo(expected.adjustment, 12);
      expect(client.coordinate.height).toBeCloseTo(expected.height, 12);
      expect(distanceSeconds(client.coordinate, other) * 1e9).toBeCloseTo(
        step.distance_to_other_ns,
        -1,
      );
    }
  });

  test.each([
    ['NaN in the vector', { ...originCoordinate(), vector: [Number.NaN, 0, 0, 0, 0, 0, 0, 0] }],
    ['infinite height', { ...originCoordinate(), height: Number.POSITIVE_INFINITY }],
    ['a wrong number of dimensions', { ...originCoordinate(), vector: [0, 0] }],
  ])('refuses %s and stays where it was', (_, hostile) => {
    const client = new VivaldiClient(seededRng(1));
    const before = client.coordinate;
    expect(client.observe('peer', hostile, 0.1).rejected).toBe('unusable-coordinate');
    expect(client.coordinate).toEqual(before);
  });

  test.each([-0.001, 10.001, Number.NaN])('refuses a round trip of %s s', (roundTripSeconds) => {
    const client = new VivaldiClient(seededRng(1));
    expect(client.observe('peer', originCoordinate(), roundTripSeconds).rejected).toBe(
      'round-trip-out-of-range',
    );
  });

  test('places the nodes of a line so that estimates come within 10 % of the truth', () => {
    const rng = seededRng(7);
    const clients = Array.from({ length: 10 }, () => new VivaldiClient(rng));
    const truthSeconds = (a: number, b: number): number => 0.005 * Math.abs(a - b);
    for (let round = 0; round < 2000; round += 1) {
      clients.forEach((client, own) => {
        const peer = rng.uint32() % clients.length;
        const other = clients[peer];
        if (peer === own || other === undefined) return;
        client.observe(String(peer), other.coordinate, truthSeconds(own, peer));
      });
    }
    const errors = clients.flatMap((a, i) =>
      clients.slice(i + 1).map((b, offset) => {
        const truth = truthSeconds(i, i + 1 + offset);
        return Math.abs(distanceSeconds(a.coordinate, b.coordinate) - truth) / truth;
      }),
    );
    errors.sort((a, b) => a - b);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.1);
    expect(clients.every((client) => isUsableCoordinate(client.coordinate))).toBe(true);
  });
});
