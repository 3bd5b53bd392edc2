import { seededRng, writeFileAtomically } from '@konsul/runtime';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from './virtual-clock.js';
import { VirtualDisk } from './virtual-disk.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Contents of `/d/f` after a crash, over many seeds; `missing` where the name is lost. */
async function outcomes(prepare: (disk: VirtualDisk) => Promise<void>): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const disk = new VirtualDisk({ rng: seededRng(seed) });
    await disk.makeDirectory('/d');
    await prepare(disk);
    disk.crash();
    try {
      seen.add(text(await disk.readFile('/d/f')));
    } catch {
      seen.add('missing');
    }
  }
  return seen;
}

async function write(disk: VirtualDisk, value: string): Promise<void> {
  const file = await disk.open('/d/f', { create: true });
  await file.write(0, bytesOf(value));
  await file.sync();
  await file.close();
}

describe('a crash', () => {
  it('keeps what was synced, name and bytes', async () => {
    const seen = await outcomes(async (disk) => {
      await write(disk, 'synced');
      await disk.syncDirectory('/d');
    });
    expect([...seen]).toEqual(['synced']);
  });

  it('may lose a name whose directory was not synced', async () => {
    const seen = await outcomes((disk) => write(disk, 'synced'));
    expect([...seen].sort()).toEqual(['missing', 'synced']);
  });

  it('may keep all, some or none of unsynced bytes', async () => {
    const seen = await outcomes(async (disk) => {
      await write(disk, 'old');
      await disk.syncDirectory('/d');
      const file = await disk.open('/d/f');
      await file.write(0, bytesOf('NEW+'));
    });
    expect(seen).toContain('old');
    expect(seen).toContain('NEW+');
    expect(seen).toContain('Nld');
    for (const content of seen) expect(['old', 'Nld', 'NEd', 'NEW', 'NEW+']).toContain(content);
  });

  it('keeps what was written durably, and of what was written before it no more than otherwise', async () => {
    const seen = await outcomes(async (disk) => {
      await write(disk, '......');
      await disk.syncDirectory('/d');
      const file = await disk.open('/d/f', { forDurableWrites: true });
      await file.write(0, bytesOf('lose'));
      await file.writeDurably(2, bytesOf('KE'));
      await Promise.all([file.writeDurably(3, bytesOf('e')), file.writeDurably(3, bytesOf('E'))]);
      await file.write(5, bytesOf('x'));
    });
    for (const content of seen) expect(content).toMatch(/^(\.\.|l\.|lo)KE\.[.x]$/);
    expect(seen).toContain('..KE..');
    expect(seen).toContain('loKE.x');
  });

  it('tears long writes by sectors', async () => {
    const seen = await outcomes(async (disk) => {
      const file = await disk.open('/d/f', { create: true });
      await disk.syncDirectory('/d');
      await file.write(0, new Uint8Array(2048).fill(65));
    });
    const patterns = [...seen].filter((content) => content.includes('\0A'));
    expect(patterns.length).toBeGreaterThan(3);
  });

  it('leaves the old or the new content after an atomic replacement', async () => {
    const seen = await outcomes(async (disk) => {
      await write(disk, 'old');
      await disk.syncDirectory('/d');
      const replacing = writeFileAtomically(disk, '/d', 'f', bytesOf('new'));
      disk.stallSyncs();
      // The bytes are synced; the directory is not, because its sync is stalled.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      disk.completeSync();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      replacing.catch(() => undefined);
    });
    expect([...seen].sort()).toEqual(['new', 'old']);
  });

  it('kills the process: old files and promises are dead, locks are free', async () => {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    const session = disk.session();
    await session.lock('/lock');
    const file = await session.open('/f', { create: true });
    await expect(disk.lock('/lock')).rejects.toMatchObject({
      code: 'LOCKED',
      message: '[LOCKED] /lock is held by process 1000',
    });
    disk.crash();
    let isSettled = false;
    void file.sync().finally(() => {
      isSettled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
    await expect(disk.lock('/lock')).resolves.toBeDefined();
  });

  it('is the same for the same seed', async () => {
    const contentOf = async (seed: number): Promise<string> => {
      const disk = new VirtualDisk({ rng: seededRng(seed) });
      const file = await disk.open('/f', { create: true });
      await disk.syncDirectory('/');
      for (let index = 0; index < 20; index += 1) {
        await file.write(index * 300, new Uint8Array(300).fill(65 + index));
      }
      disk.crash();
      return text(await disk.readFile('/f'));
    };
    for (let seed = 0; seed < 20; seed += 1) {
      expect(await contentOf(seed)).toBe(await contentOf(seed));
    }
  });
});

describe('faults', () => {
  it('fail the nth operation with the code asked for', async () => {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    disk.inject({ operation: 'write', code: 'EIO', passCount: 2, failCount: 1 });
    const file = await disk.open('/f', { create: true });
    await file.write(0, bytesOf('a'));
    await file.write(1, bytesOf('b'));
    await expect(file.write(2, bytesOf('c'))).rejects.toMatchObject({ code: 'EIO' });
    await file.write(2, bytesOf('d'));
    expect(text(await disk.readFile('/f'))).toBe('abd');
  });

  it('after a failed sync never make the bytes durable', async () => {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    const file = await disk.open('/f', { create: true });
    await disk.syncDirectory('/');
    await file.write(0, bytesOf('lost'));
    const undo = disk.inject({ operation: 'sync', code: 'EIO' });
    await expect(file.sync()).rejects.toMatchObject({ code: 'EIO' });
    undo();
    await file.sync();
    expect(text(await disk.readFile('/f'))).toBe('lost');
    disk.crash();
    expect(text(await disk.readFile('/f'))).toBe('');
  });

  it('refuse to grow beyond the capacity', async () => {
    const disk = new VirtualDisk({ rng: seededRng(1), capacityBytes: 10 });
    const file = await disk.open('/f', { create: true });
    await file.write(0, new Uint8Array(10));
    await expect(file.write(10, new Uint8Array(1))).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(file.truncate(11)).rejects.toMatchObject({ code: 'ENOSPC' });
    await file.write(0, new Uint8Array(10));
  });

  it('that stall syncs end one by one, and outlast the process', async () => {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    const undoFirst = disk.stallSyncs();
    const undoSecond = disk.stallSyncs();
    disk.killProcess();
    const file = await disk.open('f', { create: true });
    let isSynced = false;
    const syncing = file.sync().then(() => {
      isSynced = true;
    });
    undoFirst();
    undoFirst();
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect(isSynced).toBe(false);
    undoSecond();
    await syncing;
  });

  it('flip one bit that no sync notices', async () => {
    const disk = new VirtualDisk({ rng: seededRng(1) });
    expect(disk.rot('/f')).toBe(false);
    const file = await disk.open('/f', { create: true });
    await file.write(0, new Uint8Array(8));
    await file.sync();
    await disk.syncDirectory('/');
    expect(disk.rot('/f')).toBe(true);
    disk.crash();
    const bytes = await disk.readFile('/f');
    expect(bytes.filter((byte) => byte !== 0)).toHaveLength(1);
  });
});

describe('time', () => {
  it('settles operations after their latencies on the virtual clock', async () => {
    const clock = new VirtualClock();
    const disk = new VirtualDisk({
      rng: seededRng(1),
      clock,
      syncLatency: { type: 'fixed', ms: 7 },
      writeLatency: { type: 'fixed', ms: 2 },
    });
    const steps: string[] = [];
    const run = async (): Promise<void> => {
      const file = await disk.open('/f', { create: true });
      steps.push(`opened ${clock.nowMs()}`);
      await file.sync();
      steps.push(`synced ${clock.nowMs()}`);
    };
    const running = run();
    for (let step = 0; step < 5; step += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      clock.runNext();
    }
    await running;
    expect(steps).toEqual(['opened 2', 'synced 9']);
  });

  it('makes durable only what was written before the sync began', async () => {
    const seen = await outcomes(async (disk) => {
      const file = await disk.open('/d/f', { create: true });
      await disk.syncDirectory('/d');
      await file.write(0, bytesOf('before'));
      disk.stallSyncs();
      const syncing = file.sync();
      await file.write(0, bytesOf('AFTER!'));
      expect(disk.completeSync()).toBe(true);
      expect(disk.completeSync()).toBe(false);
      await syncing;
    });
    expect(seen).toContain('before');
    expect(seen).toContain('AFTER!');
    for (const content of seen) expect(content).toHaveLength(6);
  });
});
