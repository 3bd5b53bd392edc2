import { describe, expect, test } from 'vitest';
import { barPlot, cdfPlot, cdfPoints, createScale, heatGrid, linePlot, quantile } from './index.js';

const range = [0, 100] as const;

describe('scales', () => {
  test('a linear scale ends at round values around the data and marks them', () => {
    const scale = createScale({ values: [3, 97], range });
    expect(scale.domain).toEqual([0, 100]);
    expect(scale.ticks().map(({ label }) => label)).toEqual(['0', '20', '40', '60', '80', '100']);
    expect(scale.at(25)).toBeCloseTo(25);
  });

  test('marks between 0 and 1 carry no dust', () => {
    const scale = createScale({ values: [0, 0.6], range });
    expect(scale.ticks().map(({ label }) => label)).toEqual([
      '0',
      '0.1',
      '0.2',
      '0.3',
      '0.4',
      '0.5',
      '0.6',
    ]);
  });

  test('a logarithmic scale gives each power of ten the same room', () => {
    const scale = createScale({ type: 'log', values: [2, 4000], range });
    expect(scale.domain).toEqual([1, 10_000]);
    expect(scale.ticks().map(({ label }) => label)).toEqual(['1', '10', '100', '1000', '10k']);
    expect(scale.at(100)).toBeCloseTo(50);
    expect(scale.holds(0)).toBe(false);
  });

  test('a single value, and none at all, still give a scale', () => {
    expect(createScale({ values: [5], range }).at(5)).toBeCloseTo(50, -1);
    expect(createScale({ values: [], range }).domain).toEqual([0, 1]);
    expect(createScale({ type: 'log', values: [7], range }).domain).toEqual([1, 100]);
  });

  test('given ends hold, and what lies beyond is drawn at the end', () => {
    const scale = createScale({ values: [0, 500], min: 0, max: 100, range });
    expect(scale.domain).toEqual([0, 100]);
    expect(scale.at(500)).toBe(100);
  });
});

describe('pictures', () => {
  const axes = { x: { title: 'time, s' }, y: { title: 'members' } };

  test('a line plot shades bands and spans, and names what went on above the data', () => {
    const plot = (labels: readonly string[]): string =>
      linePlot({
        title: 'Views',
        subtitle: 'first line\nsecond line',
        ...axes,
        series: [
          {
            label: 'mean',
            points: [
              [0, 5],
              [10, 5],
            ],
          },
        ],
        bands: [
          {
            colourIndex: 0,
            points: [
              [0, 1, 9],
              [5, 2, 8],
              [6, Number.NaN, 8],
              [7, 3, 7],
              [10, 3, 7],
            ],
          },
        ],
        spans: labels.map((label, index) => ({ from: 4, to: index === 0 ? 4 : 6, label })),
      });
    const text = plot(['kill 1', 'partition <a>']);
    expect(text).toContain('>first line</text>');
    expect(text).toContain('>second line</text>');
    expect(text.match(/class="band c0"/g)).toHaveLength(1);
    expect(text.match(/class="span"/g)).toHaveLength(1);
    expect(text.match(/class="instant"/g)).toHaveLength(1);
    expect(text).toContain('partition &lt;a&gt;');
    // A gap ends one shaded area and begins another.
    expect(/d="(M[^"]*)" class="band/.exec(text)?.[1]?.match(/Z/g)).toHaveLength(2);
    const crowded = plot(Array.from({ length: 9 }, (_, index) => `long label ${index}`));
    expect(crowded.match(/class="mark"/g)?.length).toBe(4);
  });

  test('a line plot names its axes and series and draws one path per series', () => {
    const text = linePlot({
      title: 'Growth',
      ...axes,
      series: [
        {
          label: 'ours',
          points: [
            [0, 0],
            [1, 10],
          ],
        },
        {
          label: 'model',
          points: [
            [0, 1],
            [1, 9],
          ],
          isDashed: true,
        },
      ],
    });
    for (const word of ['Growth', 'time, s', 'members', 'ours', 'model']) {
      expect(text).toContain(`>${word}</text>`);
    }
    expect(text.match(/<path d="M[^"]+L[^"]+" class="series c\d/g)).toHaveLength(2);
    expect(text).toContain('prefers-color-scheme:dark');
  });

  test('every colour is written out, for viewers that know no variables', () => {
    const text = linePlot({ title: 't', ...axes, series: [{ label: 's', points: [[0, 0]] }] });
    const [light = '', dark = ''] = text.split('@media');
    expect(text).not.toContain('var(');
    for (const rules of [light, dark]) {
      expect(rules).toMatch(/\.back\{fill:#/);
      expect(rules).toMatch(/\.series\.c0\{stroke:#/);
    }
  });

  test('steps keep a value until the next point', () => {
    const text = linePlot({
      title: 't',
      ...axes,
      series: [
        {
          label: 's',
          points: [
            [0, 0],
            [1, 1],
          ],
          style: 'steps',
        },
      ],
    });
    expect(text).toMatch(/<path d="M[\d. ]+H[\d.]+V[\d.]+" class="series c0"/);
  });

  test('a value that has no place leaves a gap', () => {
    const text = linePlot({
      title: 't',
      ...axes,
      series: [
        {
          label: 's',
          points: [
            [0, 1],
            [1, 2],
            [2, Number.NaN],
            [3, 1],
            [4, 2],
          ],
        },
      ],
    });
    expect(text.match(/<path d="(M[^"]*)" class="series/)?.[1]?.match(/M/g)).toHaveLength(2);
  });

  test('words from outside cannot become markup', () => {
    const text = linePlot({
      title: '<script>"&\u0000',
      ...axes,
      series: [{ label: '</svg>', points: [[0, 0]] }],
    });
    expect(text).toContain('&lt;script&gt;&quot;&amp;\u{fffd}');
    expect(text.match(/<\/svg>/g)).toHaveLength(1);
  });

  test('a distribution rises in steps to 1, and to less when some never came', () => {
    expect(cdfPoints([2, 1, 2, 4])).toEqual([
      [1, 0],
      [1, 0.25],
      [2, 0.75],
      [4, 1],
    ]);
    expect(cdfPoints([1, Number.POSITIVE_INFINITY]).at(-1)).toEqual([1, 0.5]);
    const text = cdfPlot({
      title: 'Latency',
      x: { title: 'ms' },
      series: [{ label: 'a', values: [1, 2] }],
    });
    expect(text).toContain('share at or below');
  });

  test('bars stand on 0 and beside each other', () => {
    const text = barPlot({
      title: 'Load',
      groups: ['swim', 'lifeguard'],
      groupTitle: 'configuration',
      y: { title: 'messages' },
      series: [
        { label: 'ours', values: [10, 20] },
        { label: 'published', values: [12, Number.NaN] },
      ],
    });
    expect(text.match(/<rect [^>]*class="bar c\d"/g)).toHaveLength(3);
  });

  test('a heat grid shows every value, and a dash where there is none', () => {
    const text = heatGrid({
      title: 'RTT',
      rows: ['a', 'b'],
      columns: ['a', 'b'],
      rowTitle: 'from',
      columnTitle: 'to',
      values: [
        [1, 20],
        [Number.NaN, 4000],
      ],
      isLogarithmic: true,
    });
    expect(text).toContain('>4000</text>');
    expect(text).toContain('>–</text>');
  });

  test('the same data give the same text', () => {
    const draw = (): string =>
      linePlot({
        title: 't',
        ...axes,
        series: [
          {
            label: 's',
            points: [
              [0, 1 / 3],
              [1, Math.PI],
            ],
          },
        ],
      });
    expect(draw()).toBe(draw());
  });
});

test('a quantile is a value that was there', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  expect(quantile([], 0.5)).toBeNaN();
});
