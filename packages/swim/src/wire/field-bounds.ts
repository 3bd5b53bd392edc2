/** Incarnations and sequence numbers end here. */
export const UINT32_MAX = 0xffff_ffff;

/** Ports end here. */
export const PORT_MAX = 0xffff;
