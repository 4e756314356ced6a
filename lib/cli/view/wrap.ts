/** The text in lines of at most so many characters; words that are longer are broken, so that nothing of an id is lost. */
export const wrapText = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');

const wrapLine = (line: string, width: number): string => {
  if (line.length <= width) return line;
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = indent;
  for (const word of line
    .trim()
    .split(/ +/)
    .flatMap((long) => pieces(long, width - indent.length))) {
    const isFirst = current.trim() === '';
    if (!isFirst && current.length + 1 + word.length > width) {
      lines.push(current);
      current = `${indent}${word}`;
    } else {
      current = isFirst ? `${indent}${word}` : `${current} ${word}`;
    }
  }
  return [...lines, current].join('\n');
};

const pieces = (word: string, width: number): readonly string[] => {
  const size = Math.max(1, width);
  const chars = [...word];
  return Array.from({ length: Math.ceil(chars.length / size) }, (_, at) =>
    chars.slice(at * size, (at + 1) * size).join(''),
  );
};
