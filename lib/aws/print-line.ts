/** Prints one line of JSON. Lambda's own console would begin it with words of its own. */
export const printLine = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
