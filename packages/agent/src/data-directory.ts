import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { type Disk, type DiskLock, nodeDisk, writeFileAtomically } from '@konsul/runtime';
import { AgentError } from './errors.js';

/** The layout that this release writes. A directory of a later one is refused, never guessed at. */
const FORMAT_VERSION = 1;
const IDENTITY_FILE = 'konsul.json';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose directory this is. */
interface Identity {
  readonly formatVersion: number;
  readonly nodeId: string;
  readonly datacenter: string;
  /** Of the last start; absent in directories of earlier releases. */
  readonly nodeName?: string;
  readonly isServer?: boolean;
  /** Of a server, once it belongs to a cluster. */
  readonly clusterId?: string;
}

/** What an agent keeps on disk, locked against a second agent. */
export interface DataDirectory {
  readonly path: string;
  /** Drawn once, kept for as long as the directory is. */
  readonly nodeId: string;
  /** Of the cluster whose data are here; undefined as long as there are none. */
  readonly clusterId: string | undefined;
  readonly disk: Disk;
  /** Remembers the cluster for good. */
  keepClusterId(clusterId: string): Promise<void>;
  /** What is allowed but seldom meant, one line each: to be logged. */
  readonly warnings: readonly string[];
  release(): Promise<void>;
}

export interface DataDirectoryOptions {
  readonly path: string;
  readonly datacenter: string;
  readonly nodeName: string;
  readonly isServer: boolean;
  /** As configured; absent: the directory's own, or a new one. */
  readonly nodeId: string | undefined;
  readonly disk?: Disk;
}

/**
 * Opens or founds a data directory.
 *
 * @throws AgentError DATA_DIRECTORY when it cannot be written, is in use, belongs to another node or
 * datacenter, was written by a later release, or its identity is damaged. Nothing in it is changed.
 */
export async function openDataDirectory(options: DataDirectoryOptions): Promise<DataDirectory> {
  const { path, disk = nodeDisk } = options;
  await makeWritable(disk, path);
  const lock = await lockDirectory(disk, path);
  try {
    const known = await readIdentity(disk, path);
    const identity = known === undefined ? await found(disk, options) : checked(known, options);
    const warnings = changesOf(identity, options);
    if (warnings.length > 0) await writeIdentity(disk, identity, options);
    return new OpenDirectory({ identity, options, disk, lock, warnings });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class OpenDirectory implements DataDirectory {
  readonly path: string;
  readonly nodeId: string;
  readonly disk: Disk;
  readonly warnings: readonly string[];
  readonly #options: DataDirectoryOptions;
  readonly #lock: DiskLock;
  #identity: Identity;

  constructor(parts: {
    readonly identity: Identity;
    readonly options: DataDirectoryOptions;
    readonly disk: Disk;
    readonly lock: DiskLock;
    readonly warnings: readonly string[];
  }) {
    this.path = parts.options.path;
    this.nodeId = parts.identity.nodeId;
    this.disk = parts.disk;
    this.warnings = parts.warnings;
    this.#options = parts.options;
    this.#lock = parts.lock;
    this.#identity = parts.identity;
  }

  get clusterId(): string | undefined {
    return this.#identity.clusterId;
  }

  async keepClusterId(clusterId: string): Promise<void> {
    const former = { ...this.#identity, clusterId };
    this.#identity = await writeIdentity(this.disk, former, this.#options);
  }

  release(): Promise<void> {
    return this.#lock.release();
  }
}

async function makeWritable(disk: Disk, path: string): Promise<void> {
  try {
    await disk.makeDirectory(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refused(
      path,
      `cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

async function lockDirectory(disk: Disk, path: string): Promise<DiskLock> {
  try {
    return await disk.lock(`${path}/agent.lock`);
  } catch (error) {
    throw refused(
      path,
      `is in use: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

async function readIdentity(disk: Disk, path: string): Promise<Identity | undefined> {
  const names = await disk.list(path);
  if (!names.includes(IDENTITY_FILE)) {
    const strangers = names.filter(
      (name) => name !== 'agent.lock' && name !== `${IDENTITY_FILE}.new`,
    );
    if (strangers.length === 0) return undefined;
    throw refused(
      path,
      `holds ${strangers.slice(0, 3).join(', ')} but no ${IDENTITY_FILE}: it is not a data directory; name an empty one`,
    );
  }
  const text = new TextDecoder().decode(await disk.readFile(`${path}/${IDENTITY_FILE}`));
  try {
    const identity = JSON.parse(text) as Partial<Identity>;
    if (
      typeof identity.formatVersion === 'number' &&
      typeof identity.datacenter === 'string' &&
      UUID.test(identity.nodeId ?? '')
    ) {
      return identity as Identity;
    }
  } catch {
    // Reported below, together with content that is JSON but no identity.
  }
  throw refused(
    path,
    `has a damaged ${IDENTITY_FILE}; restore it from a backup, or start with an empty directory`,
  );
}

async function found(disk: Disk, options: DataDirectoryOptions): Promise<Identity> {
  const { datacenter, nodeId = randomUUID() } = options;
  return await writeIdentity(disk, { formatVersion: FORMAT_VERSION, nodeId, datacenter }, options);
}

/** With the name and the role that the node has now. */
async function writeIdentity(
  disk: Disk,
  former: Identity,
  { path, nodeName, isServer }: DataDirectoryOptions,
): Promise<Identity> {
  const identity: Identity = { ...former, nodeName, isServer };
  const bytes = new TextEncoder().encode(`${JSON.stringify(identity, undefined, 2)}\n`);
  await writeFileAtomically(disk, path, IDENTITY_FILE, bytes);
  return identity;
}

/** A node may get another name or role, but more often somebody took the wrong directory. */
function changesOf(
  identity: Identity,
  { path, nodeName, isServer }: DataDirectoryOptions,
): string[] {
  const role = (isOne: boolean): string => (isOne ? 'server' : 'client');
  const changes: string[] = [];
  if (identity.nodeName !== undefined && identity.nodeName !== nodeName) {
    changes.push(`data_dir "${path}" was that of node "${identity.nodeName}", now "${nodeName}"`);
  }
  if (identity.isServer !== undefined && identity.isServer !== isServer) {
    changes.push(
      `data_dir "${path}" was that of a ${role(identity.isServer)}, now of a ${role(isServer)}`,
    );
  }
  return changes;
}

function checked(identity: Identity, { path, datacenter, nodeId }: DataDirectoryOptions): Identity {
  if (identity.formatVersion > FORMAT_VERSION) {
    throw refused(
      path,
      `was written by a later release (format ${identity.formatVersion}, this one reads up to ${FORMAT_VERSION}); upgrade, or name another directory`,
    );
  }
  if (identity.datacenter !== datacenter) {
    throw refused(path, `belongs to datacenter "${identity.datacenter}", not "${datacenter}"`);
  }
  if (nodeId !== undefined && identity.nodeId !== nodeId) {
    throw refused(path, `belongs to node ${identity.nodeId}, not ${nodeId}`);
  }
  return identity;
}

function refused(path: string, reason: string, cause?: unknown): AgentError {
  return new AgentError('DATA_DIRECTORY', `data_dir "${path}" ${reason}`, { cause });
}
