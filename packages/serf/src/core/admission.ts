import type { Member, SwimDelegate } from '@konsul/swim/core';
import type { SerfContext } from './context.js';
import type { SerfMember } from './member.js';
import { describeMember } from './member-table.js';

/** Longest name when names are checked. Source: Serf. */
const NAME_LENGTH_MAX = 128;

type AdmissionHooks = Pick<SwimDelegate, 'vetoAlive' | 'vetoMerge'>;

/** Who may be a member: hooks for the layer below, only where something is to be checked. */
export function admissionHooks(context: SerfContext): AdmissionHooks {
  const { validateMember, validateMerge } = context.options;
  const { isNameValidated } = context.config;
  if (validateMember === undefined && validateMerge === undefined && !isNameValidated) return {};

  const describe = (member: Member): SerfMember =>
    describeMember(member, context.codec.decodeTags(member.meta), {
      status: 'alive',
      statusTime: 0,
    });
  const findFlaw = (member: Member): string | undefined => {
    if (context.isLocal(member.name)) return undefined;
    if (isNameValidated && !isValidName(member.name)) return `name ${member.name} is not allowed`;
    return validateMember?.(describe(member));
  };
  const vetoMerge = (members: readonly Member[]): string | undefined => {
    for (const member of members) {
      const flaw = isGone(member) ? undefined : findFlaw(member);
      if (flaw !== undefined) return flaw;
    }
    return validateMerge?.(members.map(describe));
  };
  const hasMemberCheck = validateMember !== undefined || isNameValidated;
  return hasMemberCheck ? { vetoAlive: findFlaw, vetoMerge } : { vetoMerge };
}

/** What was wrong with a member that is gone does no harm any more. */
function isGone({ state }: Member): boolean {
  return state === 'dead' || state === 'left';
}

function isValidName(name: string): boolean {
  return name.length <= NAME_LENGTH_MAX && /^[A-Za-z0-9.-]+$/.test(name);
}
