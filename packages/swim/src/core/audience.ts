/** Kept for one update and kind of knowledge; beyond that, somebody may be told once too often. */
const RECORDED_COUNT_MAX = 64;

/**
 * Who needs an update no more: those who said it to us, and those we have told. What we told may
 * have been lost, what we heard is known for certain. Receivers are told apart by identity.
 */
export class Audience {
  #heard: object[] | undefined;
  #told: object[] | undefined;

  /** @param heardFrom - has said it already. */
  constructor(heardFrom?: object) {
    this.#heard = heardFrom === undefined ? undefined : [heardFrom];
  }

  has(receiver: object): boolean {
    return this.#told?.includes(receiver) === true || this.#heard?.includes(receiver) === true;
  }

  /** The receiver has said it itself. */
  hear(receiver: object): void {
    if (this.#heard === undefined) this.#heard = [receiver];
    else if (this.#heard.length < RECORDED_COUNT_MAX && !this.#heard.includes(receiver)) {
      this.#heard.push(receiver);
    }
  }

  /** It was sent to the receiver. */
  tell(receiver: object): void {
    // An array that starts with its first element takes less memory than one that grows to it.
    if (this.#told === undefined) this.#told = [receiver];
    else if (this.#told.length < RECORDED_COUNT_MAX) this.#told.push(receiver);
  }

  /** Forgets whom we have told. @returns false when we have told nobody. */
  startOver(): boolean {
    if (this.#told === undefined) return false;
    this.#told = undefined;
    return true;
  }
}
