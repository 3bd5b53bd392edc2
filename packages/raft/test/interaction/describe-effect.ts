import type {
  Configuration,
  Entry,
  RaftEffect,
  RaftMessage,
  SnapshotMetadata,
} from '../../src/core/index.js';

function describeEntries(entries: readonly Entry[]): string {
  const texts = entries.map((entry) => {
    const body = entry.kind === 'command' ? new TextDecoder().decode(entry.data) : entry.kind;
    return `${entry.index}/${entry.term}:${body}`;
  });
  return `[${texts.join(' ')}]`;
}

/** `a b` or, joint, `a b&c d`, then `+learner`. */
export function describeConfiguration(configuration: Configuration): string {
  const ids = (servers: readonly { readonly id: string }[]): string =>
    servers.map((server) => server.id).join(' ');
  const { voters, votersOutgoing, learners } = configuration;
  const joint = votersOutgoing.length === 0 ? '' : ` & ${ids(votersOutgoing)}`;
  const rest = learners.map((learner) => ` +${learner.id}`).join('');
  return `(${ids(voters)}${joint}${rest})`;
}

function describeSnapshot(snapshot: SnapshotMetadata): string {
  const configuration = describeConfiguration(snapshot.configuration);
  return `${snapshot.index}/${snapshot.term} ${configuration}`;
}

function describeMessage(message: RaftMessage): string {
  const head = `-> ${message.to} ${message.type} t${message.term}`;
  switch (message.type) {
    case 'vote-request': {
      const flags = `${message.isPreVote ? ' pre' : ''}${message.isTransfer ? ' transfer' : ''}`;
      return `${head}${flags} last=${message.lastIndex}/${message.lastTerm}`;
    }
    case 'vote-response':
      return `${head}${message.isPreVote ? ' pre' : ''} ${message.isGranted ? 'yes' : 'no'}`;
    case 'append-request': {
      const previous = `prev=${message.previousIndex}/${message.previousTerm}`;
      return `${head} ${previous} commit=${message.commitIndex} ${describeEntries(message.entries)}`;
    }
    case 'append-response': {
      const hint = message.isAccepted ? '' : ` hint=${message.hintIndex}/${message.hintTerm}`;
      return `${head} ${message.isAccepted ? 'ok' : 'no'} ${message.index}${hint}`;
    }
    case 'heartbeat':
      return `${head} round=${message.round} commit=${message.commitIndex}`;
    case 'heartbeat-response':
      return `${head} round=${message.round}`;
    case 'snapshot-offer':
      return `${head} ${describeSnapshot(message.snapshot)}`;
    case 'snapshot-response':
      return `${head} ${message.isInstalled ? 'ok' : 'no'} ${message.index}`;
    case 'timeout-now':
      return head;
    case 'read-index-request':
      return head;
    case 'read-index-response':
      return `${head} ${message.isConfirmed ? message.index : 'no'}`;
  }
}

function describeNotification(effect: Extract<RaftEffect, { type: 'notify' }>): string {
  const { notification } = effect;
  switch (notification.type) {
    case 'role-changed':
      return `* ${notification.role} t${notification.term} (${notification.reason})`;
    case 'leader-changed':
      return `* leader ${notification.leader ?? 'unknown'} t${notification.term}`;
    case 'configuration-changed':
      return `* in force ${describeConfiguration(notification.configuration)} @${notification.index}`;
    case 'configuration-committed':
      return `* committed ${describeConfiguration(notification.configuration)} @${notification.index}`;
    case 'peer-state-changed':
      return `* ${notification.peer} ${notification.state}`;
    case 'promotion-failed':
    case 'peer-regressed':
      return `* ${notification.type} ${notification.peer}`;
    case 'message-rejected':
      return `* rejects ${notification.from}: ${notification.reason}`;
  }
}

/** One line for one effect. */
export function describeEffect(effect: RaftEffect): string {
  switch (effect.type) {
    case 'send':
      return describeMessage(effect.message);
    case 'persist': {
      const { hardState, snapshot } = effect;
      const vote = hardState?.votedFor === undefined ? '' : ` vote=${hardState.votedFor}`;
      const state =
        hardState === undefined ? '' : ` t${hardState.term}${vote} commit=${hardState.commitIndex}`;
      const reset = snapshot === undefined ? '' : ` reset to ${describeSnapshot(snapshot)}`;
      const flush = effect.mustSync ? '' : ' (no flush)';
      return `persist #${effect.sequence}${state}${reset} ${describeEntries(effect.entries)}${flush}`;
    }
    case 'apply':
      return `apply ${describeEntries(effect.entries)}`;
    case 'load':
      return `load ${effect.fromIndex}..${effect.toIndex}`;
    case 'send-snapshot':
      return describeMessage(effect.offer);
    case 'receive-snapshot':
      return `receive snapshot ${describeSnapshot(effect.snapshot)} from ${effect.from}`;
    case 'abort-snapshot':
      return `stop receiving ${effect.snapshotId} from ${effect.from}`;
    case 'install-snapshot':
      return `install snapshot ${describeSnapshot(effect.snapshot)}`;
    case 'compact':
      return `compact through ${effect.throughIndex}`;
    case 'read-ready':
      return `read ${effect.tokens.join(' ')} at ${effect.index}`;
    case 'read-failed':
      return `read ${effect.tokens.join(' ')} failed: ${effect.reason}`;
    case 'proposal-outcome': {
      const rest = effect.reason === undefined ? '' : `, ${effect.rejectedCount} ${effect.reason}`;
      return `proposal: ${effect.appendedCount} at ${effect.firstIndex}/${effect.term}${rest}`;
    }
    case 'membership-outcome': {
      const { outcome } = effect;
      if (outcome.type === 'rejected') return `membership: ${outcome.reason}`;
      if (outcome.type === 'unchanged') return 'membership: unchanged';
      return `membership: at ${outcome.index}/${outcome.term}`;
    }
    case 'transfer-outcome': {
      const { outcome } = effect;
      return `transfer: ${outcome.type === 'failed' ? outcome.reason : outcome.type}`;
    }
    case 'notify':
      return describeNotification(effect);
  }
}
