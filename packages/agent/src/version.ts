/** This release, as it is shown to people and told to peers. */
export const VERSION = '0.1.0';
