import type { Endpoint } from '@konsul/runtime';
import { describe, expect, test } from 'vitest';
import type {
  MemberEnvironment,
  SimulatedMember,
  SimulatedProtocol,
} from '../simulated-protocol.js';
import { bins } from './bins.js';
import { memberNames, withMemberCount } from './description.js';
import { DetectionLog } from './detection-log.js';
import { happeningSpans } from './happening-spans.js';
import { parseLatencyMatrix } from './latency-matrix.js';
import { parseDescription } from './parse-description.js';
import { runSimulation } from './run-simulation.js';
import { simulationReport, summaryLines } from './simulation-report.js';
import { ViewTracker } from './view-tracker.js';

const noFiles = {
  readFile: (path: string): string => {
    throw new Error(`no file ${path}`);
  },
};

/** A toy: everybody tells the seeds who it is, seeds tell everybody whom they know, silence kills. */
const heartbeats: SimulatedProtocol = {
  name: 'heartbeats',
  messageType: (bytes) => (bytes[0] === 1 ? 'farewell' : 'beat'),
  start: (environment) => new Heartbeat(environment),
};

const BEAT_MS = 100;
const SILENCE_MS = 1000;

class Heartbeat implements SimulatedMember {
  readonly #environment: MemberEnvironment;
  readonly #heard = new Map<string, { atMs: number; at: Endpoint }>();
  #isLeaving = false;

  constructor(environment: MemberEnvironment) {
    this.#environment = environment;
    const { name, endpoint, datagrams, fail } = environment;
    this.#hear(name, endpoint);
    datagrams.listen((_, bytes) => this.#read(bytes)).catch(fail);
    this.#beat();
  }

  members(): string[] {
    return [...this.#heard.keys()];
  }

  leave(): void {
    this.#isLeaving = true;
    for (const { at } of this.#heard.values()) this.#send(at, 1, this.#environment.name);
  }

  #read(bytes: Uint8Array): void {
    const words = new TextDecoder().decode(bytes.subarray(1)).split(' ');
    if (bytes[0] === 1) {
      for (const word of words) this.#forget(word, 'left');
      return;
    }
    for (const word of words) {
      const [name = '', host = ''] = word.split('@');
      this.#hear(name, { host, port: this.#environment.endpoint.port });
    }
  }

  #hear(name: string, at: Endpoint): void {
    if (!this.#heard.has(name)) this.#environment.observe({ type: 'joined', member: name });
    this.#heard.set(name, { atMs: this.#environment.clock.nowMs(), at });
  }

  #forget(name: string, type: 'left' | 'failed'): void {
    if (this.#heard.delete(name)) this.#environment.observe({ type, member: name });
  }

  #beat(): void {
    const { clock, name, endpoint, seeds } = this.#environment;
    const nowMs = clock.nowMs();
    this.#hear(name, endpoint);
    for (const [other, { atMs }] of this.#heard) {
      if (nowMs - atMs > SILENCE_MS) this.#forget(other, 'failed');
    }
    const targets = [...seeds, ...[...this.#heard.values()].map(({ at }) => at)];
    for (const to of targets) {
      if (to.host !== endpoint.host && !this.#isLeaving)
        this.#send(to, 0, `${name}@${endpoint.host}`);
    }
    clock.schedule(nowMs + BEAT_MS, () => this.#beat());
  }

  #send(to: Endpoint, type: number, text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.#environment.datagrams.send(to, Uint8Array.of(type, ...bytes));
  }
}

const TEXT = `
title Toy   # a remark
seed 5
duration 10s
members 4 in east
members 2 in west join at 1s within 500ms
link latency=fixed:1
link east - west latency=fixed:20
at 3s kill east-3
at 4s leave west-1
at 5s for 3s partition east | west
at 9s for 500ms links east > west lossRatio=0.5
`;

describe('a description', () => {
  test('says who is there, how they are linked and what happens', () => {
    const read = parseDescription(TEXT, noFiles);
    expect(read.title).toBe('Toy');
    expect(read.durationMs).toBe(10_000);
    expect(memberNames(read.groups)).toEqual([
      ['east-0', 'east-1', 'east-2', 'east-3'],
      ['west-0', 'west-1'],
    ]);
    expect(read.siteLinks).toHaveLength(2);
    expect(read.actions.map(({ type }) => type)).toEqual(['kill', 'leave']);
    expect(read.faults.map(({ fault }) => fault.type)).toEqual(['partition', 'links']);
  });

  test.each([
    ['members 3\nflux 7', 'line 2: flux 7: there is no flux'],
    ['members none', 'line 1: members none: members is none, must be a whole number'],
    ['members 3\nduration soon', 'line 2: duration soon: duration is soon; say 250ms'],
    ['members 3\nat 1s kill m-3', 'line 2: there is no member or site m-3'],
    ['members 3\nat 1s for 1s pause bob', 'line 2: there is no member or site bob'],
    ['members 3\nat 1s for 1s melt m-1', 'line 2: at 1s for 1s melt m-1'],
    [
      'members 3\nlink lossRatio=2',
      'line 2: link lossRatio=2: [OPTION_INVALID] lossRatio must be a number of 0 to 1; it is 2',
    ],
    ['members 3\nlink a > m lossRatio=1', 'line 2: there is no member or site a'],
    ['members 3 near x', 'line 1: members 3 near x: near is unexpected'],
    ['members 3\nmatrix gone.csv', 'line 2: matrix gone.csv: no file gone.csv'],
    ['members 3\nset toString', 'line 2: set toString: expected'],
    ['seed 1', 'line 1: there are no members'],
    ['members 3\nduration 5s\nduration 6s', 'line 3: duration 6s: duration was given before'],
    ['members 3\nset a 1\nset b 1\nset a 2', 'line 4: set a 2: set a was given before'],
    ['members 3\nat 80s kill m-0', 'line 2: 80s is after the end of the run; duration is 60s'],
    ['at 6s for 1s pause m-0\nmembers 3\nduration 5s', 'line 1: 6s is after the end of the run'],
    ['members 3 join at 2m', 'line 1: 120s is after the end of the run'],
    ['members 2 within 3m', 'line 1: the last join at 90s is after the end of the run'],
    ['members 3\nat 5s kill m-1\nat 6s kill m-1', 'line 3: m-1 was killed at 5s'],
    ['members 3\nat 6s leave m-1\nat 5s kill m-1', 'line 2: m-1 was killed at 5s'],
    ['members 3\nat 5s leave m-1\nat 6s leave m-1', 'line 3: m-1 left at 5s'],
    ['members 3\nat 5s kill m\nat 6s kill m', 'line 3: m-0 was killed at 5s'],
    ['members 3 join at 9s\nat 5s kill m-1', 'line 2: m-1 joins only at 9.333s'],
    ['members 3 join at 9s within 0s\nat 5s for 1s pause m-1', 'line 2: m-1 joins only at 9s'],
    ['members 3\nat 5s kill m m-1', 'line 2: m-1 is meant twice'],
    ['members 3\nat 5s for 1s partition m-0 | m', 'line 2: m-0 is meant twice'],
    ['members 3\nat 5s kill m-1\nat 6s for 1s pause m-1', 'line 3: m-1 was killed at 5s'],
    ['members 3\nat 59s for 2s pause m-1', 'line 2: the end of the fault at 61s is after the end'],
  ])('that cannot be read is refused with its line: %j', (text, message) => {
    expect(() => parseDescription(text, noFiles)).toThrow(`[DESCRIPTION_SYNTAX] ${message}`);
  });

  test('may kill what is left of a site, and whoever left', () => {
    const text = 'members 3 in a\nat 5s kill a-1\nat 6s leave a-2\nat 7s kill a';
    expect(parseDescription(text, noFiles).actions).toHaveLength(3);
  });

  test('scales to another number of members and keeps its proportions', () => {
    const scaled = withMemberCount(parseDescription(TEXT, noFiles), 60);
    expect(scaled.groups.map(({ count }) => count)).toEqual([40, 20]);
  });

  test('may take its latencies from a table of round trips', () => {
    const matrix = parseLatencyMatrix('node,a,b\na,0,0.1\nb,0,0\n', { kind: 'rtt', unit: 's' });
    expect(matrix).toEqual({
      places: ['a', 'b'],
      oneWayMs: [
        [0, 50],
        [0, 0],
      ],
    });
    expect(() => parseLatencyMatrix('node,a\na,-1', { kind: 'rtt', unit: 'ms' })).toThrow(
      'matrix line 2: -1 is no latency',
    );
  });
});

describe('pictures', () => {
  test('put samples together by stretches of time, each with its spread', () => {
    const samples = Array.from({ length: 101 }, (_, index) => [index * 1_000, index % 10] as const);
    const made = bins(samples, 200_000);
    expect(made).toHaveLength(61);
    for (const { min, mean, max } of made) expect(min <= mean && mean <= max).toBe(true);
    expect(bins([[200_000, 7]], 200_000)).toMatchObject([{ mean: 7, min: 7, max: 7 }]);
    expect(bins([[0, Number.NaN]], 200_000)).toEqual([]);
  });

  test('mark what a description makes happen, several alike once', () => {
    const text = `${TEXT}at 6s for 1s pause east-0\nat 6s for 1s pause east-1\n`;
    const spans = happeningSpans(parseDescription(text, noFiles));
    expect(spans.map(({ from, to, label }) => `${from} to ${to} ${label}`)).toEqual([
      '1 to 1.5 join 2 west',
      '3 to 3 kill 1',
      '4 to 4 leave 1',
      '5 to 8 partition',
      '9 to 9.5 50 % loss',
      '6 to 7 pause ×2',
    ]);
  });

  test('say what they are of: title, sites, seeds, and whether one run or all', async () => {
    const description = parseDescription(TEXT, noFiles);
    const results = [
      await runSimulation(description, { protocol: heartbeats }),
      await runSimulation({ ...description, seed: 6 }, { protocol: heartbeats }),
    ];
    for (const { name, text } of simulationReport(results)) {
      if (!name.endsWith('.svg')) continue;
      expect(text).toContain('Toy: 6 members in 2 sites');
      if (name === 'detection.svg') {
        expect(text).toContain('all 4 ends of members of seeds 5 to 6 together');
        expect(text).toContain('killed, by the first');
        expect(text).toContain('left, by each');
      } else {
        expect(text).toContain('seed 5 alone');
        expect(text).toContain('>kill 1</text>');
      }
    }
  });
});

describe('a run', () => {
  test('measures convergence, detection, false positives and load of any protocol', async () => {
    const result = await runSimulation(parseDescription(TEXT, noFiles), { protocol: heartbeats });
    const atEnd = result.views.at(-1);
    expect(atEnd).toMatchObject({ runningCount: 5, presentCount: 4, agreeingRatio: 1 });
    const [killed, left] = result.detections;
    expect(killed).toMatchObject({ member: 'east-3', atMs: 3000 });
    expect(killed?.firstMs).toBeGreaterThan(SILENCE_MS - BEAT_MS);
    // Only those that the others join by are told of everybody.
    expect(killed?.latenciesMs).toHaveLength(3);
    expect(left?.firstMs).toBeLessThan(25);
    // The cut makes each side declare the other failed, though all of them run.
    expect(result.falsePositives.length).toBeGreaterThan(0);
    expect([...result.load.keys()].sort()).toEqual(['beat', 'farewell']);
    expect(summaryLines([result]).join('\n')).toMatch(/ends of members +2/);
  });

  test('repeats to the last byte of its report, and another seed gives another one', async () => {
    const description = parseDescription(TEXT, noFiles);
    const report = async (seed: number): Promise<string> => {
      const lossy = { ...description, seed, link: { lossRatio: 0.3 } };
      const result = await runSimulation(lossy, { protocol: heartbeats });
      return JSON.stringify(simulationReport([result]));
    };
    expect(await report(1)).toBe(await report(1));
    expect(await report(1)).not.toBe(await report(2));
  });

  test('brings back a member that crashed for a while', async () => {
    const text = 'members 3\nduration 6s\nat 2s for 2s crash m-0 power';
    const result = await runSimulation(parseDescription(text, noFiles), { protocol: heartbeats });
    expect(result.views.at(-1)).toMatchObject({ runningCount: 3, correctRatio: 1 });
    expect(result.detections).toHaveLength(1);
    expect(result.falsePositives).toEqual([]);
  });

  test('does not bring back a member that was killed while it was down', async () => {
    const text = 'members 3\nduration 6s\nat 2s for 2s crash m-0 power\nat 3s kill m-0';
    const result = await runSimulation(parseDescription(text, noFiles), { protocol: heartbeats });
    expect(result.views.at(-1)).toMatchObject({ runningCount: 2, correctRatio: 1 });
    expect(result.detections).toHaveLength(1);
  });

  test('counts the end of a member that left and was killed then as one', async () => {
    const text = 'members 3\nduration 6s\nat 2s leave m-2\nat 3s kill m-2';
    const result = await runSimulation(parseDescription(text, noFiles), { protocol: heartbeats });
    expect(result.detections).toMatchObject([{ member: 'm-2', atMs: 2_000, observerCount: 2 }]);
    expect(result.detections[0]?.latenciesMs).toHaveLength(2);
  });

  test('asks nothing of a member that has left, though its process runs on', async () => {
    const text = 'members 4\nduration 8s\nat 2s leave m-2\nat 4s kill m-3';
    const result = await runSimulation(parseDescription(text, noFiles), { protocol: heartbeats });
    expect(result.views.at(-1)).toMatchObject({
      runningCount: 3,
      presentCount: 2,
      seenMin: 2,
      seenMax: 2,
      correctRatio: 1,
    });
    expect(result.detections).toMatchObject([
      { member: 'm-2', observerCount: 3 },
      { member: 'm-3', observerCount: 2 },
    ]);
    expect(result.detections.map(({ latenciesMs }) => latenciesMs.length)).toEqual([3, 2]);
    expect(result.falsePositives).toEqual([]);
  });

  test('waits for nobody who ended before it could notice, and counts no latecomer', () => {
    const log = new DetectionLog();
    for (const name of ['a', 'b', 'c']) log.started(name);
    log.ended('c', 100, 'crash');
    log.started('d');
    log.ended('b', 150, 'leave');
    log.change('a', { type: 'failed', member: 'c' }, 200);
    log.change('b', { type: 'failed', member: 'c' }, 210);
    log.change('d', { type: 'failed', member: 'c' }, 220);
    log.change('c', { type: 'failed', member: 'a' }, 230);
    expect(log.detections()).toMatchObject([
      { member: 'c', observerCount: 1, latenciesMs: [100] },
      { member: 'b', observerCount: 2, latenciesMs: [] },
    ]);
    expect(log.falsePositives).toEqual([]);
  });

  test('refuses a protocol that starts later', async () => {
    const late = { name: 'late', start: () => Promise.reject(new Error('x')) } as never;
    const run = runSimulation(parseDescription('members 2', noFiles), { protocol: late });
    await expect(run).rejects.toThrow('start must return a member, not a promise');
  });

  test('does not count the lonely view of whoever is just joining', () => {
    const views = new ViewTracker();
    for (const name of ['a', 'b']) {
      views.start(name, 0);
      for (const member of ['a', 'b']) views.change(name, { type: 'joined', member });
    }
    views.start('c', 1_000);
    views.change('c', { type: 'joined', member: 'c' });
    expect(views.sample(5_999)).toMatchObject({ presentCount: 3, joiningCount: 1, seenMin: 2 });
    expect(views.sample(6_000)).toMatchObject({ presentCount: 3, joiningCount: 0, seenMin: 1 });
  });

  test('refuses a protocol whose words and views differ', async () => {
    const liar: SimulatedProtocol = {
      name: 'liar',
      start: ({ name }) => ({ members: () => [name], leave: () => undefined }),
    };
    const run = runSimulation(parseDescription('members 2', noFiles), { protocol: liar });
    await expect(run).rejects.toMatchObject({ code: 'PROTOCOL_VIEWS' });
  });
});
