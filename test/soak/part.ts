/** What a part that is a process of its own is started with: what it is given, and a folder for its data. */
export const readPart = (): { readonly given: string; readonly folder: string } => {
  const [given, folder] = process.argv.slice(2);
  if (given === undefined || folder === undefined) throw new Error('a part is started by parts.ts');
  return { given, folder };
};

/** Tells `parts.ts` that the part is there; it ends with whoever has started it. */
export const tellStarted = (): void => {
  process.once('disconnect', () => process.exit(0));
  process.send?.('started');
};
