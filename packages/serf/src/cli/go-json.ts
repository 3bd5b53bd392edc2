/** Characters that Go's encoder escapes, for the sake of browsers. */
const ESCAPED = /[<>&\u2028\u2029]/g;

/** A value as Go prints it with an indent of two. Source: documentation of Go's encoding/json. */
export function formatJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
