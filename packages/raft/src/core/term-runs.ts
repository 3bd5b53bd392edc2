/** From `firstIndex` on, until the next run, entries are of `term`. */
export interface TermRun {
  readonly firstIndex: number;
  readonly term: number;
}
