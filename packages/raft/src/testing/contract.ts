/** One thing that must hold of every implementation. `run` throws when it does not. */
export interface ContractCase<Subject> {
  readonly name: string;
  readonly run: (subject: Subject) => Promise<void>;
}
