/** Codes below this stand for themselves. */
export const LITERAL_COUNT = 256;
/** Empties the table and goes back to the first width. */
export const CLEAR_CODE: number = LITERAL_COUNT;
/** Ends the data. The first table entry has the next code. */
export const END_CODE: number = LITERAL_COUNT + 1;
/** Width of a code while the table is empty. */
export const FIRST_WIDTH_BITS = 9;
/** A code never gets wider. */
export const WIDTH_BITS_MAX = 12;
/** Codes that fit the greatest width. */
export const CODE_COUNT_MAX: number = 1 << WIDTH_BITS_MAX;
