/** What a regular expression says. */
export type PatternNode =
  /** One character. */
  | { readonly type: 'one'; readonly matches: CharacterTest }
  /** Takes no character, but looks at the two it stands between. */
  | { readonly type: 'assertion'; readonly holds: AssertionTest }
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | {
      readonly type: 'repeat';
      readonly part: PatternNode;
      readonly countMin: number;
      /** Infinity: without bound. */
      readonly countMax: number;
    };

/** Whether a code point is meant. */
export type CharacterTest = (point: number) => boolean;

/** Whether a place is meant; undefined stands for the text's start or end. */
export type AssertionTest = (before: number | undefined, after: number | undefined) => boolean;

/** Why a text is no pattern, or none that is supported. Never leaves the compiler. */
export class PatternSyntaxError extends Error {
  override readonly name = 'PatternSyntaxError';
  readonly code = 'PATTERN_SYNTAX';
  /** The message without its code. */
  readonly detail: string;

  constructor(detail: string) {
    super(`[PATTERN_SYNTAX] ${detail}`);
    this.detail = detail;
  }
}
