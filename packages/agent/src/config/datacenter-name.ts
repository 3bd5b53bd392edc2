/** What a datacenter may be called: it becomes a part of DNS names. */
export const DATACENTER_NAME: RegExp = /^[A-Za-z0-9_-]{1,63}$/;

/** The same in words, completing "must be ...". */
export const DATACENTER_NAME_WORDS = '1 to 63 of the characters A-Z a-z 0-9 _ and -';
