import manifest from '../../package.json' with { type: 'json' };

/** The name that is printed. */
export const PRODUCT_NAME = 'Konsul';

/** Version of this release. */
export const PRODUCT_VERSION: string = manifest.version;
