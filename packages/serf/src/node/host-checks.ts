import type { Logger } from '@konsul/runtime';
import type { SerfCoreOptions } from '../core/context.js';
import type { SerfOptions } from '../serf.js';

type HostChecks = Pick<SerfCoreOptions, 'validateMember' | 'validateMerge' | 'reapTimeoutMs'>;

/**
 * What the host has a say in, so that a mistake in it does not stop the member: a check that throws
 * has refused, and a time that cannot be told is the configured one.
 */
export function guardedChecks(options: SerfOptions, logger: Logger): HostChecks {
  const { validateMember, validateMerge, reapTimeoutMs } = options;
  const guarded =
    <Subject>(name: string, check: (subject: Subject) => string | undefined) =>
    (subject: Subject): string | undefined => {
      try {
        return check(subject);
      } catch (error) {
        logger.error(`${name} threw`, { error });
        return `${name} could not tell`;
      }
    };
  const guardedTimeoutMs =
    (tell: NonNullable<SerfOptions['reapTimeoutMs']>): NonNullable<SerfOptions['reapTimeoutMs']> =>
    (member, timeoutMs) => {
      try {
        return tell(member, timeoutMs);
      } catch (error) {
        logger.error('reapTimeoutMs threw', { error });
        return timeoutMs;
      }
    };
  return {
    ...(validateMember && { validateMember: guarded('validateMember', validateMember) }),
    ...(validateMerge && { validateMerge: guarded('validateMerge', validateMerge) }),
    ...(reapTimeoutMs && { reapTimeoutMs: guardedTimeoutMs(reapTimeoutMs) }),
  };
}
