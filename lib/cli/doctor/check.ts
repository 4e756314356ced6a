/** One thing that was looked at. Nothing of a secret is ever in it: it names places alone. */
export interface Check {
  readonly what: string;
  readonly good: boolean;
  /** The path in the settings, or the secret's name. */
  readonly at: string;
  /** What is wrong, or what should be known of it; empty where nothing is. */
  readonly says: string;
  /** What to do next; empty where nothing is to be done. */
  readonly next: string;
}

export const fine = (what: string, at: string): Check => ({ what, good: true, at, says: '', next: '' });
