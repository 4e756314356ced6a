export const LANGUAGES = ['en', 'hu'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One table of texts in both languages: whatever one has, the other has too. */
export const inBoth = <Table extends object>(en: Table, hu: NoInfer<Table>): Readonly<Record<Language, Table>> => ({
  en,
  hu,
});
