/**
 * One wish about the membership.
 *
 * - `add-learner`: receives the log, does not vote.
 * - `add-voter`: joins as a learner and becomes a voter by itself once it has caught up; a
 *   learner that is already a member is marked for that.
 * - `promote`: makes a learner a voter now; refused while it is far behind.
 * - `demote`: makes a voter a learner.
 * - `remove`: ends a server's membership.
 * - `set-address`: the same server is reached elsewhere from now on.
 * - `set-voters`: replaces the whole set of voters; servers not named leave the group.
 */
export type MembershipChange =
  | { readonly type: 'add-learner'; readonly id: string; readonly address: string }
  | { readonly type: 'add-voter'; readonly id: string; readonly address: string }
  | { readonly type: 'promote'; readonly id: string }
  | { readonly type: 'demote'; readonly id: string }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'set-address'; readonly id: string; readonly address: string }
  | {
      readonly type: 'set-voters';
      readonly voters: readonly { readonly id: string; readonly address: string }[];
    };
