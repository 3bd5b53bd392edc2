// The oracle of the HCL tests ships no declarations.
declare module 'js-hcl-parser' {
  const oracle: { parse(source: string): string };
  export = oracle;
}
