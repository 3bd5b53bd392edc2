import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataDirectory } from './data-directory.js';

let path: string;
const open = (
  changes: { datacenter?: string; nodeId?: string; nodeName?: string; isServer?: boolean } = {},
): ReturnType<typeof openDataDirectory> =>
  openDataDirectory({
    path,
    datacenter: 'dc1',
    nodeName: 'n1',
    isServer: true,
    nodeId: undefined,
    ...changes,
  });

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'konsul-data-')), 'data');
});

afterEach(async () => {
  await rm(join(path, '..'), { recursive: true, force: true });
});

test('a node keeps its id over restarts', async () => {
  const first = await open();
  await first.release();
  const second = await open();
  expect(second.nodeId).toBe(first.nodeId);
  await second.release();
});

test('the cluster whose data are there is known again, whatever else changes', async () => {
  const first = await open();
  expect(first.clusterId).toBeUndefined();
  await first.keepClusterId('0123456789abcdef');
  await first.release();
  const second = await open({ nodeName: 'renamed' });
  await second.release();
  const third = await open();
  expect([second.clusterId, third.clusterId]).toEqual(['0123456789abcdef', '0123456789abcdef']);
  await third.release();
});

test('a second agent is kept out and told who is in', async () => {
  const first = await open();
  await expect(open()).rejects.toThrow(`held by process ${process.pid}`);
  await first.release();
});

test.each([
  ['another datacenter', { datacenter: 'dc2' }, 'belongs to datacenter "dc1", not "dc2"'],
  ['another node', { nodeId: '00000000-0000-4000-8000-000000000000' }, 'not 00000000'],
])('the directory of %s is refused', async (_, changes, message) => {
  await (await open()).release();
  await expect(open(changes)).rejects.toThrow(message);
});

test('the directory of a later release is refused and left as it is', async () => {
  await (await open()).release();
  const file = join(path, 'konsul.json');
  const later = (await readFile(file, 'utf8')).replace('"formatVersion": 1', '"formatVersion": 2');
  await writeFile(file, later);
  await expect(open()).rejects.toThrow('format 2, this one reads up to 1');
  expect(await readFile(file, 'utf8')).toBe(later);
});

test.each(['', '{', '{"formatVersion":1}'])('a damaged identity %j is named', async (text) => {
  await (await open()).release();
  await writeFile(join(path, 'konsul.json'), text);
  await expect(open()).rejects.toThrow('damaged konsul.json');
});

test('a directory that holds something else is refused', async () => {
  await mkdir(path);
  await writeFile(join(path, 'letter.txt'), 'dear reader');
  await expect(open()).rejects.toThrow('holds letter.txt but no konsul.json');
});

test('a founding that a crash cut short is simply done again', async () => {
  await mkdir(path);
  await writeFile(join(path, 'konsul.json.new'), '{"formatVers');
  await (await open()).release();
});

test('a path that is no directory is named with the reason', async () => {
  await writeFile(path, 'a file');
  await expect(open()).rejects.toThrow(`data_dir "${path}" cannot be written`);
});

test('a refusal leaves no lock behind', async () => {
  await (await open()).release();
  await expect(open({ datacenter: 'dc2' })).rejects.toThrow();
  await (await open()).release();
  await chmod(path, 0o750);
});

test('another name or another role is told once, and kept', async () => {
  const first = await open();
  expect(first.warnings).toEqual([]);
  await first.release();
  const second = await open({ nodeName: 'n2', isServer: false });
  expect(second.warnings).toEqual([
    `data_dir "${path}" was that of node "n1", now "n2"`,
    `data_dir "${path}" was that of a server, now of a client`,
  ]);
  await second.release();
  const third = await open({ nodeName: 'n2', isServer: false });
  expect(third.warnings).toEqual([]);
  expect(third.nodeId).toBe(first.nodeId);
  await third.release();
});

test('the directory of an earlier release, which kept neither, is taken in silence', async () => {
  await (await open()).release();
  const { formatVersion, nodeId, datacenter } = JSON.parse(
    await readFile(join(path, 'konsul.json'), 'utf8'),
  );
  await writeFile(join(path, 'konsul.json'), JSON.stringify({ formatVersion, nodeId, datacenter }));
  const later = await open({ nodeName: 'n9' });
  expect(later.warnings).toEqual([]);
  await later.release();
});
