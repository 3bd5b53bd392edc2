import { fc, test as property } from '@fast-check/vitest';
import { type Logger, seededRng, silentLogger } from '@konsul/runtime';
import { VirtualDisk } from '@konsul/simulation';
import { expect, test } from 'vitest';
import { serviceWith } from '../../test/support/definitions.js';
import { createDiskStore, type DefinitionStore } from './persistence.js';

const path = '/data';

const saveService = (store: DefinitionStore, id: string, port: number): Promise<void> =>
  store.saveService({ service: serviceWith({ id, service: id, port }), token: 'secret' });

async function portsOf(
  disk: VirtualDisk,
  logger: Logger = silentLogger,
): Promise<Map<string, number>> {
  const { services } = await createDiskStore({ path, disk }, logger).load();
  return new Map(services.map(({ service }) => [service.id, service.port]));
}

test('ids may be anything', async () => {
  const disk = new VirtualDisk({ rng: seededRng(1) });
  const store = createDiskStore({ path, disk }, silentLogger);
  await store.load();
  const ids = ['../../etc/passwd', 'a/b', 'ä'.repeat(400), ' '];
  for (const id of ids) await saveService(store, id, 1);
  expect(new Set((await portsOf(disk)).keys())).toEqual(new Set(ids));
});

test('a file that cannot be read is skipped by name and left alone', async () => {
  const disk = new VirtualDisk({ rng: seededRng(1) });
  const store = createDiskStore({ path, disk }, silentLogger);
  await store.load();
  await saveService(store, 'web', 1);
  for (const [name, text] of [
    ['broken.json', '{'],
    ['later.json', '{"formatVersion": 2}'],
    ['half.json.new', '{}'],
  ] as const) {
    const file = await disk.open(`${path}/services/${name}`, { create: true });
    await file.write(0, new TextEncoder().encode(text));
    await file.close();
  }
  const warned: unknown[] = [];
  const logger: Logger = {
    ...silentLogger,
    warn: (_, fields) => void warned.push(fields?.['path']),
  };
  expect(await portsOf(disk, logger)).toEqual(new Map([['web', 1]]));
  expect(warned).toEqual([`${path}/services/broken.json`, `${path}/services/later.json`]);
  const names = await disk.list(`${path}/services`);
  expect(names).toContain('broken.json');
  expect(names).not.toContain('half.json.new');
});

test('of what is said in quick succession the last word holds', async () => {
  const disk = new VirtualDisk({ rng: seededRng(1) });
  const store = createDiskStore({ path, disk }, silentLogger);
  await store.load();
  const writes = [1, 2, 3].map((port) => saveService(store, 'web', port));
  writes.push(store.removeService('web'), saveService(store, 'web', 4));
  await Promise.all(writes);
  await store.settled();
  expect(await portsOf(disk)).toEqual(new Map([['web', 4]]));
});

const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  port: fc.option(fc.nat(9), { nil: undefined }),
});

property.prop([fc.array(step, { maxLength: 12 }), fc.nat(), fc.integer()])(
  'after a crash everything that was promised is there',
  async (steps, promisedCount, seed) => {
    const disk = new VirtualDisk({ rng: seededRng(seed) });
    const store = createDiskStore({ path, disk: disk.session() }, silentLogger);
    await store.load();
    const promised = new Map<string, number>();
    const possible = new Map<string, Set<number | undefined>>();
    for (const [at, { id, port }] of steps.entries()) {
      const write = port === undefined ? store.removeService(id) : saveService(store, id, port);
      if (at < promisedCount % (steps.length + 1)) {
        await write;
        possible.delete(id);
        if (port === undefined) promised.delete(id);
        else promised.set(id, port);
      } else possible.set(id, (possible.get(id) ?? new Set()).add(port));
    }
    disk.crash();
    const found = await portsOf(disk);
    for (const id of ['a', 'b', 'c']) {
      const allowed = new Set([promised.get(id), ...(possible.get(id) ?? [])]);
      expect(allowed).toContain(found.get(id));
    }
  },
);
