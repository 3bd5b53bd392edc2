import manifest from '../../package.json' with { type: 'json' };

/** This release, as it is shown to people. */
export const VERSION: string = manifest.version;
