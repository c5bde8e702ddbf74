declare const GEN_VERSION: string | undefined;

/**
 * The tool's version as the manifest notes it: the package's version and a hash of the sources, put in by build.js, so
 * that a report made by other code is made again. Run from the sources, as in tests, it has none.
 */
export const VERSION: string = typeof GEN_VERSION === 'string' ? GEN_VERSION : 'nguồn';
