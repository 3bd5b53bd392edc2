import manifest from '../package.json' with { type: 'json' };

/** This release, as it is shown to people and told to peers. */
export const VERSION: string = manifest.version;
