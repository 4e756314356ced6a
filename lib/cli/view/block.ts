/** A piece of what is shown to a person. Texts stand in it as they came; `render` takes out what would act on the terminal. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Kept line by line. */
  | { readonly kind: 'code'; readonly text: string };

export type Tone = 'good' | 'bad';
export type Fact = readonly [name: string, value: string];

export const title = (text: string): Block => ({ kind: 'title', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const good = (words: string): Block => ({ kind: 'text', text: words, tone: 'good' });
export const bad = (words: string): Block => ({ kind: 'text', text: words, tone: 'bad' });
export const facts = (...pairs: readonly Fact[]): Block => ({ kind: 'facts', facts: pairs });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});
export const code = (lines: string): Block => ({ kind: 'code', text: lines });
