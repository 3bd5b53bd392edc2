import { execFileSync } from 'node:child_process';
import { goModulePeer, moduleVersion } from '../harness/go-module.mjs';
import { nodeCommand } from '../harness/paths.mjs';

/**
 * One side: what starts a server of it, which store it is told to use, and what to call it.
 *
 * @typedef {{ name: string, command: string, store: string }} Side
 */

const HASHICORP = 'hashicorp-raft';
const ownCommand = nodeCommand('raft-node.mjs', import.meta.url);

/**
 * Ours, and those peers that can be built here or that `--peer` names.
 *
 * @returns {{ disk: Side[], mem: Side[] }}
 */
export function raftSides(peer) {
  const hashicorp = peer ?? goModulePeer(HASHICORP);
  const etcd = peer === undefined ? goModulePeer('etcd') : undefined;
  const side = (name, command, store) => (command === undefined ? [] : [{ name, command, store }]);
  return {
    disk: [
      ...side('konsul', ownCommand, 'disk'),
      ...side('konsul, small writes on the loop', ownCommand, 'loop'),
      ...side('hashicorp', hashicorp, 'disk'),
      ...side('hashicorp, raft-wal', peer === undefined ? hashicorp : undefined, 'wal'),
      ...side('etcd', etcd, 'disk'),
    ],
    mem: [...side('konsul', ownCommand, 'mem'), ...side('hashicorp', hashicorp, 'mem')],
  };
}

/** What the peers are, and what of ours was measured, in one paragraph. */
export function raftVersions() {
  const of = (name, library) => `${library} ${moduleVersion(name, library)}`;
  return (
    `Ours is commit ${commit()}. Peers: ${of(HASHICORP, 'github.com/hashicorp/raft')} with ` +
    `${of(HASHICORP, 'github.com/hashicorp/raft-boltdb/v2')} or ` +
    `${of(HASHICORP, 'github.com/hashicorp/raft-wal')}, and ` +
    `${of('etcd', 'go.etcd.io/etcd/server/v3')} (a whole database behind its log), built with ` +
    `${goVersion()}.`
  );
}

function commit() {
  const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  try {
    const isChanged =
      git('status', '--porcelain', '--', 'packages/raft', 'packages/runtime') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

function goVersion() {
  try {
    return execFileSync('go', ['version'], { encoding: 'utf8' }).trim().split(' ')[2] ?? 'Go';
  } catch {
    return 'Go';
  }
}
