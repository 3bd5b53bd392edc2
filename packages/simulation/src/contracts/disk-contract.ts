import { deepEqual, equal } from 'node:assert/strict';
import { type Disk, writeFileAtomically } from '@konsul/runtime';
import {
  type ContractCase,
  type ContractSubject,
  contractCase,
  rejectsWith,
  settled,
} from '@konsul/runtime/testing';

/** A disk without faults, and an empty directory on it. */
export interface DiskSubject extends ContractSubject {
  readonly disk: Disk;
  /** Exists and is empty. */
  readonly directory: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What every {@link Disk} must do while nothing fails. */
export const diskContract: readonly ContractCase<DiskSubject>[] = [
  diskCase('a missing file is reported as ENOENT', async ({ disk, directory }, subject) => {
    await rejectsWith(subject, disk.open(`${directory}/none`), 'ENOENT');
    await rejectsWith(subject, disk.readFile(`${directory}/none`), 'ENOENT');
    await rejectsWith(subject, disk.rename(`${directory}/none`, `${directory}/x`), 'ENOENT');
    await rejectsWith(subject, disk.open(`${directory}/no/file`, { create: true }), 'ENOENT');
  }),

  diskCase('what is written is read back, by position', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/f`, { create: true });
    await file.write(0, bytesOf('hello'));
    await file.write(3, bytesOf('p me'));
    equal(await file.size(), 7);
    equal(textOf(await file.read(1, 3)), 'elp');
    equal(textOf(await file.read(5, 100)), 'me');
    equal((await file.read(7, 10)).length, 0);
    equal((await file.read(50, 10)).length, 0);
    await file.sync();
    await file.close();
    equal(textOf(await disk.readFile(`${directory}/f`)), 'help me');
  }),

  diskCase('what is written durably is read back, by position', async ({ disk, directory }) => {
    for (const forDurableWrites of [false, true]) {
      const path = `${directory}/durable-${forDurableWrites}`;
      const file = await disk.open(path, { create: true, forDurableWrites });
      await file.write(0, bytesOf('hello'));
      await file.writeDurably(3, bytesOf('p me'));
      await Promise.all([file.writeDurably(0, bytesOf('H')), file.writeDurably(5, bytesOf('M'))]);
      equal(textOf(await file.read(0, 100)), 'Help Me');
      await file.close();
      equal(textOf(await disk.readFile(path)), 'Help Me');
    }
  }),

  diskCase('a hole reads as zeros', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/f`, { create: true });
    await file.write(4, Uint8Array.of(9));
    deepEqual([...(await file.read(0, 10))], [0, 0, 0, 0, 9]);
    await file.close();
  }),

  diskCase('truncating cuts, and grows with zeros', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/f`, { create: true });
    await file.write(0, Uint8Array.of(1, 2, 3, 4));
    await file.truncate(2);
    await file.truncate(5);
    deepEqual([...(await file.read(0, 10))], [1, 2, 0, 0, 0]);
    equal(await file.size(), 5);
    await file.close();
  }),

  diskCase('opening with create keeps what is there', async ({ disk, directory }) => {
    const first = await disk.open(`${directory}/f`, { create: true });
    await first.write(0, bytesOf('kept'));
    await first.close();
    const second = await disk.open(`${directory}/f`, { create: true });
    equal(textOf(await second.read(0, 10)), 'kept');
    await second.close();
  }),

  diskCase('written bytes are the writer’s own again afterwards', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/f`, { create: true });
    const bytes = bytesOf('first');
    await file.write(0, bytes);
    bytes.fill(0);
    equal(textOf(await file.read(0, 5)), 'first');
    await file.close();
  }),

  diskCase('a closed file can no longer be used', async ({ disk, directory }, subject) => {
    const file = await disk.open(`${directory}/f`, { create: true });
    await file.close();
    await rejectsWith(subject, file.write(0, Uint8Array.of(1)), 'EBADF');
    await rejectsWith(subject, file.sync(), 'EBADF');
    await rejectsWith(subject, file.writeDurably(0, Uint8Array.of(1)), 'EBADF');
    const through = await disk.open(`${directory}/f`, { forDurableWrites: true });
    await through.close();
    await rejectsWith(subject, through.writeDurably(0, Uint8Array.of(1)), 'EBADF');
  }),

  diskCase('names are listed in order, and a missing directory is empty', async (parts) => {
    const { disk, directory } = parts;
    deepEqual(await disk.list(`${directory}/none`), []);
    deepEqual(await disk.list(directory), []);
    for (const name of ['b', 'a', 'c10', 'c9']) {
      await (await disk.open(`${directory}/${name}`, { create: true })).close();
    }
    await disk.makeDirectory(`${directory}/deep/er`);
    await disk.makeDirectory(`${directory}/deep/er`);
    await (await disk.open(`${directory}/deep/er/f`, { create: true })).close();
    deepEqual(await disk.list(directory), ['a', 'b', 'c10', 'c9', 'deep']);
    deepEqual(await disk.list(`${directory}/deep/er`), ['f']);
  }),

  diskCase('renaming replaces, and an open file stays the same', async ({ disk, directory }) => {
    const [from, to] = [`${directory}/from`, `${directory}/to`];
    await writeFileAtomically(disk, directory, 'to', bytesOf('old'));
    await writeFileAtomically(disk, directory, 'from', bytesOf('new'));
    const held = await disk.open(to);
    await disk.rename(from, to);
    await disk.syncDirectory(directory);
    deepEqual(await disk.list(directory), ['to']);
    equal(textOf(await disk.readFile(to)), 'new');
    equal(textOf(await held.read(0, 10)), 'old');
    await held.close();
  }),

  diskCase('removing is harmless when there is nothing', async ({ disk, directory }) => {
    await disk.remove(`${directory}/f`);
    await writeFileAtomically(disk, directory, 'f', bytesOf('x'));
    await disk.remove(`${directory}/f`);
    deepEqual(await disk.list(directory), []);
  }),

  diskCase('a lock is held once until it is released', async ({ disk, directory }, subject) => {
    const path = `${directory}/lock`;
    const lock = await disk.lock(path);
    await rejectsWith(subject, disk.lock(path), 'LOCKED');
    await lock.release();
    const again = await disk.lock(path);
    await again.release();
    deepEqual(await disk.list(directory), []);
  }),
];

/** A case on a disk whose promises settle while the subject lets time pass. */
function diskCase(
  name: string,
  body: (parts: Pick<DiskSubject, 'disk' | 'directory'>, subject: DiskSubject) => Promise<void>,
): ContractCase<DiskSubject> {
  return contractCase(name, (subject) => settled(subject, body(subject, subject)));
}
