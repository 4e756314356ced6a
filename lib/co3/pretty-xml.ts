/** XML as the bridge writes it, with one element a line. The text within elements is left as it is. */
export const toPrettyXml = (xml: string): string => {
  const tokens = xml.match(TOKENS) ?? [];
  const lines: string[] = [];
  let depth = 0;
  // Whether the last line is an element that may still go on with its text and its end.
  let isOpen = false;
  const append = (token: string): void => {
    lines.push(`${lines.pop() ?? ''}${token}`);
  };
  for (const token of tokens) {
    if (isText(token)) {
      if (isOpen || token.trim() !== '') append(token);
    } else if (token.startsWith('</')) {
      depth = Math.max(0, depth - 1);
      if (isOpen) append(token);
      else lines.push(`${INDENT.repeat(depth)}${token}`);
      isOpen = false;
    } else {
      lines.push(`${INDENT.repeat(depth)}${token}`);
      isOpen = !token.endsWith('/>') && !token.startsWith('<?') && !token.startsWith('<!');
      if (isOpen) depth += 1;
    }
  }
  return lines.join('\n');
};

const INDENT = '  ';
const TOKENS = /<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g;

const isText = (token: string): boolean => !token.startsWith('<') || token.startsWith('<![CDATA[');
