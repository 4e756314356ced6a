/** A parser of something from outside, as it is fuzzed. */
export interface FuzzTarget {
  readonly name: string;
  readonly format: Format;
  /** What mutations begin with. */
  readonly seeds: () => readonly Uint8Array[];
  /**
   * Puts the input through the parser. What comes back is all that the parser says of what is wrong, for letters, logs or a terminal: none of
   * it may show a person's datum. An exception is a finding.
   */
  readonly run: (input: Uint8Array) => Promise<readonly string[]> | readonly string[];
}

/** How inputs of a target are built, so that they can be changed in their structure and not only in their bytes. */
export type Format = 'json' | 'xml' | 'yaml' | 'text';

/** Stands where a person's datum would: in no case may a parser say it again. */
export const PLANTED = 'Qvxz Jolán';
