import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { barPlot, cdfPlot, createScale, heatGrid, linePlot } from './index.js';

const value = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 1e-320, Number.MAX_VALUE));
const scale = fc.constantFrom('linear' as const, 'log' as const);
const label = fc.string({ unit: 'binary', maxLength: 20 });

function expectSound(text: string): void {
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
  expect(text.startsWith('<svg ')).toBe(true);
  // Outside quoted attributes and escaped words, every tag that opens also closes.
  const opened = [...text.matchAll(/<([a-z]+)[^>]*?(\/?)>/g)].filter(([, , slash]) => slash === '');
  expect(text.match(/<\/[a-z]+>/g)).toHaveLength(opened.length);
}

test.prop([fc.array(fc.tuple(value, value), { maxLength: 30 }), scale, scale])(
  'no data make a line plot say what is no number',
  (points, xScale, yScale) => {
    expectSound(
      linePlot({
        title: 't',
        x: { title: 'x', scale: xScale },
        y: { title: 'y', scale: yScale },
        series: [
          { label: 'a', points },
          { label: 'b', points, style: 'steps' },
          { label: 'c', points, style: 'points' },
        ],
      }),
    );
  },
);

test.prop([fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 }), scale, label])(
  'no data and no words break bars, distributions and grids',
  (rows, yScale, word) => {
    const groups = rows.map((_, index) => `${index}`);
    const series = rows.map((values) => ({ label: word, values }));
    const y = { title: word.replace(/NaN|Infinity|undefined/g, ''), scale: yScale };
    expectSound(barPlot({ title: 't', groups, groupTitle: 'g', y, series }));
    expectSound(cdfPlot({ title: 't', x: y, series }));
    const grid = { rows: groups, columns: groups, rowTitle: 'r', columnTitle: 'c', values: rows };
    expectSound(heatGrid({ title: 't', ...grid }));
    expectSound(heatGrid({ title: 't', ...grid, isLogarithmic: true }));
  },
);

test.prop([fc.array(value, { maxLength: 10 }), scale])(
  'every value a scale holds has its place within the range, and larger values lie further',
  (values, type) => {
    const made = createScale({ type, values, range: [0, 100] });
    const held = values.filter((one) => made.holds(one)).sort((left, right) => left - right);
    const places = held.map((one) => made.at(one));
    for (const place of places) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(100);
    }
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(made.ticks().length).toBeLessThan(50);
  },
);

test.each([
  [-5e-324, 0],
  [0, 5e-324],
  [-1e-200, 1e-200],
])(
  '%d and %d are too close together to be laid out apart, and neither is turned around',
  (low, high) => {
    const { at, domain } = createScale({ values: [low, high], range: [0, 100] });
    expect(at(low)).toBeLessThanOrEqual(at(high));
    expect(domain[0]).toBeLessThan(domain[1]);
  },
);
