import type { CutPlan } from '../storage/wal/mend.js';
import type { LogSurvey } from '../storage/wal/survey.js';

/** What a log holds, for a person. */
export function describeLog({ segments, index }: LogSurvey): string[] {
  const { hardState, base, lastIndex, terms, configurations } = index;
  const header = segments.find((segment) => segment.header !== undefined)?.header;
  const lines = [
    `cluster        ${header?.clusterId ?? '?'}`,
    `node           ${header?.nodeId ?? '?'}`,
    `entries        ${rangeOf(base.index, lastIndex)}, behind index ${base.index} term ${base.term}`,
    `term           ${hardState.term}, voted for ${hardState.votedFor ?? 'nobody'}`,
    `commit         ${hardState.commitIndex}, as far as was written`,
    `terms          ${terms.map((run) => `${run.term} from ${run.firstIndex}`).join(', ') || 'none'}`,
    `configurations ${configurations.map(({ index }) => index).join(', ') || noneAfter(base.index)}`,
    'segment     batches      bytes used      bytes',
  ];
  for (const { sequence, frameCount, boundaries, sizeBytes } of segments) {
    const used = boundaries.at(-1) ?? 0;
    const columns = [String(frameCount).padStart(8), String(used).padStart(15)];
    lines.push(`${String(sequence).padStart(10, '0')} ${columns.join(' ')} ${pad(sizeBytes)}`);
  }
  return lines;
}

function noneAfter(baseIndex: number): string {
  if (baseIndex === 0) return 'none';
  return `none; that of the group is in a snapshot of index ${baseIndex} or later`;
}

/** What is wrong, one line each. */
export function describeFindings({ findings }: LogSurvey): string[] {
  return findings.map(
    ({ type, sequence, offset, text }) => `${type}: segment ${sequence}, byte ${offset}: ${text}`,
  );
}

/** What a cut takes away, in full. */
export function describeCut({ at, cutBytes, removedSequences, before, after }: CutPlan): string[] {
  const [earlier, later] = [before.index, after.index];
  const lines = [`cut at segment ${at.sequence}, byte ${at.offset}: ${cutBytes} bytes`];
  if (removedSequences.length > 0) lines.push(`segments removed: ${removedSequences.join(', ')}`);
  const torn = before.findings.find(({ type, sequence, offset }) => {
    return type === 'torn' && sequence === at.sequence && offset === at.offset;
  });
  if (torn !== undefined) lines.push(tornText(torn.firstIndex, later.lastIndex));
  const lost = rangeOf(later.lastIndex, earlier.lastIndex);
  lines.push(earlier.lastIndex > later.lastIndex ? `entries lost: ${lost}` : 'entries lost: none');
  const [was, is] = [earlier.hardState, later.hardState];
  if (was.term !== is.term || was.votedFor !== is.votedFor) {
    lines.push(
      `term and vote go back: ${was.term} (${was.votedFor ?? 'no vote'}) to ` +
        `${is.term} (${is.votedFor ?? 'no vote'}): this server could vote twice`,
    );
  }
  if (was.commitIndex > later.lastIndex) {
    lines.push(`committed entries are among them: ${was.commitIndex} was committed`);
  }
  const isHarmful = lines.some((line) => /go back|committed|^entries lost: \d/.test(line));
  if (isHarmful) {
    lines.push(
      'What is cut may have been acknowledged. Do not let this server take part in its group ' +
        'under its old id afterwards; use the log to read it, or for recoverCluster.',
    );
  }
  return lines;
}

function tornText(firstIndex: number | undefined, lastIndex: number): string {
  const end = lastIndex === 0 ? 'the log holds no entry' : `the log ends at entry ${lastIndex}`;
  const start =
    firstIndex === undefined
      ? `would have begun at entry ${lastIndex + 1} or replaced later ones, if it held any`
      : `would have begun at entry ${firstIndex}`;
  return `${end} without the torn batch, which ${start}`;
}

function rangeOf(afterIndex: number, lastIndex: number): string {
  return lastIndex > afterIndex ? `${afterIndex + 1} to ${lastIndex}` : 'none';
}

function pad(value: number): string {
  return String(value).padStart(10);
}
