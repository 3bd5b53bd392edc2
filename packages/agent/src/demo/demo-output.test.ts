import { formatTable } from '@konsul/runtime/command-line';
import { VirtualClock } from '@konsul/simulation';
import { decode, encode } from 'dns-packet';
import { expect, test } from 'vitest';
import { describeProgram } from './closing.js';
import { formatAnswer } from './dns-lookup.js';
import { ProgressBoard, READY } from './progress-board.js';
import { abridge, formatSeconds, Screen } from './screen.js';
import { parseTable } from './table-text.js';

function createScreen(isTerminal: boolean): { readonly screen: Screen; text(): string } {
  let text = '';
  const write = (chunk: string): void => {
    text += chunk;
  };
  return { screen: new Screen({ write, isTerminal, hasColors: false }), text: () => text };
}

const waiting = {
  label: 'dc1 server-1',
  address: '127.0.1.1',
  pid: 7,
  state: 'waits for a leader',
};

test('without a terminal, progress is one line per change', () => {
  const { screen, text } = createScreen(false);
  const clock = new VirtualClock();
  const board = new ProgressBoard(screen, clock);
  board.update(waiting);
  board.update(waiting);
  clock.advanceTo(1300);
  board.update({ ...waiting, state: READY });
  expect(text().split('\n')).toEqual([
    '  dc1 server-1  127.0.1.1   pid 7   0.0 s  waits for a leader',
    '  dc1 server-1  127.0.1.1   pid 7   1.3 s  ready',
    '',
  ]);
});

test('on a terminal, progress is drawn over itself', () => {
  const { screen, text } = createScreen(true);
  const board = new ProgressBoard(screen, new VirtualClock());
  board.update(waiting);
  board.update({ ...waiting, state: READY });
  const [, second = ''] = text().split('\n');
  expect(second.startsWith('\u001b[1A\u001b[2K')).toBe(true);
  expect(second.endsWith(READY)).toBe(true);
});

test('a screen that is muted shows nothing', () => {
  const { screen, text } = createScreen(true);
  screen.mute();
  screen.line('late');
  screen.redraw(['later'], 0);
  screen.unmute();
  screen.line('end');
  expect(text()).toBe('end\n');
});

test('without a terminal there are no colours', () => {
  let text = '';
  const write = (chunk: string): void => {
    text += chunk;
  };
  const screen = new Screen({ write, isTerminal: false });
  screen.line(screen.colors.red('plain'));
  expect(text).toBe('plain\n');
});

test('durations and long lines are cut to what one wants to read', () => {
  expect(formatSeconds(1250)).toBe('1.3 s');
  expect(formatSeconds(431, 2)).toBe('0.43 s');
  expect(abridge('short', 10)).toBe('short');
  expect(abridge('a long line', 6)).toBe('a long... (11 characters)');
});

test('a printed table can be read again', () => {
  const rows = [
    ['Node', 'Address', 'Voter'],
    ['server-1.dc1', '127.0.1.1:8300', 'true'],
    ['n2', '127.0.1.2:8300', 'false'],
  ];
  expect(parseTable(`${formatTable(rows)}\n`)).toEqual([
    { Node: 'server-1.dc1', Address: '127.0.1.1:8300', Voter: 'true' },
    { Node: 'n2', Address: '127.0.1.2:8300', Voter: 'false' },
  ]);
  expect(parseTable('')).toEqual([]);
});

test('a DNS answer is shown section by section, in the layout of zone files', () => {
  const packet = encode({
    type: 'response',
    id: 1,
    questions: [{ name: 'web.service.dc2.consul', type: 'SRV' }],
    answers: [
      {
        name: 'web.service.dc2.consul',
        type: 'SRV',
        ttl: 0,
        data: { priority: 1, weight: 1, port: 8080, target: 'client-1.node.dc2.consul' },
      },
    ],
    additionals: [{ name: 'client-1.node.dc2.consul', type: 'A', ttl: 0, data: '127.0.1.14' }],
  });
  expect(formatAnswer(decode(packet))).toBe(
    [
      ';; ANSWER SECTION:',
      'web.service.dc2.consul.  0  IN  SRV  1 1 8080 client-1.node.dc2.consul.',
      '',
      ';; ADDITIONAL SECTION:',
      'client-1.node.dc2.consul.  0  IN  A  127.0.1.14',
    ].join('\n'),
  );
});

test('commands to try call the program as it was called', () => {
  expect(describeProgram('/src/konsul/packages/agent/bin/konsul.mjs', '/src/konsul')).toBe(
    'node packages/agent/bin/konsul.mjs',
  );
  expect(describeProgram('/app/node_modules/.bin/konsul', '/app')).toBe('npx konsul');
  expect(describeProgram('/usr/local/bin/konsul', '/home')).toBe('konsul');
});
