import type { MembershipChange } from '../../src/core/index.js';
import { readChange, textOfChange } from '../interaction/change-text.js';

/** Something that is done to a group, by its users or by chance; whom it concerns is settled. */
export type Act =
  | { readonly type: 'propose'; readonly server: string; readonly data: Uint8Array }
  | { readonly type: 'read'; readonly server: string; readonly isLeaseEnough: boolean }
  /** Starts again at its end. */
  | { readonly type: 'crash'; readonly server: string }
  | { readonly type: 'pause'; readonly server: string }
  /** Messages of these pairs, each `from>to`, are lost; also those under way. */
  | { readonly type: 'cut'; readonly pairs: readonly string[] }
  /** It crashes and does not start again before the group has let it go. */
  | { readonly type: 'lose-disk'; readonly server: string }
  | { readonly type: 'let-go' }
  /** A server that knows of no group starts. */
  | { readonly type: 'join'; readonly server: string }
  | { readonly type: 'change'; readonly server: string; readonly change: MembershipChange }
  | { readonly type: 'transfer'; readonly server: string; readonly to: string | undefined };

/** An act and its time; crashes, pauses and cuts end by themselves. */
export interface PlannedAct {
  readonly atMs: number;
  /** 0 for what takes no time. */
  readonly durationMs: number;
  readonly act: Act;
}

/** The words that {@link actOfWords} reads. */
export function textOfAct(act: Act): string {
  switch (act.type) {
    case 'propose':
      return `propose ${act.server} ${Buffer.from(act.data).toString('hex')}`;
    case 'read':
      return `read ${act.server}${act.isLeaseEnough ? ' by-lease' : ''}`;
    case 'cut':
      return `cut ${act.pairs.join(' ')}`;
    case 'let-go':
      return 'let-go';
    case 'change':
      return `change ${act.server} ${textOfChange(act.change)}`;
    case 'transfer':
      return `transfer ${act.server}${act.to === undefined ? '' : ` ${act.to}`}`;
    default:
      return `${act.type} ${act.server}`;
  }
}

/** @throws Error naming the words that are no act. */
export function actOfWords(words: readonly string[]): Act {
  const [type, server = '', ...rest] = words;
  switch (type) {
    case 'propose':
      return { type, server, data: Uint8Array.from(Buffer.from(rest[0] ?? '', 'hex')) };
    case 'read':
      return { type, server, isLeaseEnough: rest[0] === 'by-lease' };
    case 'cut':
      return { type, pairs: words.slice(1) };
    case 'let-go':
      return { type };
    case 'change':
      return { type, server, change: readChange(rest.join(' ')) };
    case 'transfer':
      return { type, server, to: rest[0] };
    case 'crash':
    case 'pause':
    case 'lose-disk':
    case 'join':
      return { type, server };
    default:
      throw new Error(`no such act: ${words.join(' ')}`);
  }
}

/** The servers that an act names. */
export function serversOf(act: Act): string[] {
  return textOfAct(act).match(/\bs\d+\b/g) ?? [];
}
