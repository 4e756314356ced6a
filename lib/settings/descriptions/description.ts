/**
 * What a setting is for, as a person reads it: in the tables of docs/settings.md and, while it is written, in an editor. Markdown;
 * `{Name}` is a letter.
 */
export interface Description {
  readonly says: string;
  /** What may stand there, the default first. */
  readonly allowed: string;
  /** What follows where it is left out and there is no default. */
  readonly without?: string;
  /** The letter that an order becomes which would have needed it. */
  readonly letter?: string;
  /** What each word of a map stands for. */
  readonly words?: Readonly<Record<string, string>>;
}

/** By the path in the file; `*` stands for a name of the reader's own, or for a word of a map. */
export type Descriptions = Readonly<Record<string, Description>>;
