import { gzipSync } from 'node:zlib';

/** Answers that CO3 would not give: of a program in between, or of somebody who means ill. Each is made of the answer that CO3 has given. */
export const HOSTILE_ANSWERS = {
  empty: () => '',
  html: () => '<!DOCTYPE html>\n<html><body><h1>Sign in to the network</h1></body></html>',
  'cut-off': (answer) => answer.slice(0, -1),
  doctype: (answer) => afterDeclaration(answer, '<!DOCTYPE response>'),
  'external-entity': (answer) =>
    afterDeclaration(answer, '<!DOCTYPE response [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('OK', '&x;'),
  'entity-bomb': (answer) => afterDeclaration(answer, `<!DOCTYPE response [${LAUGHS}]>`).replace('OK', '&l9;'),
  deep: (answer) => answer.replace('</response>', `${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}</response>`),
  huge: (answer) => answer.replace('</response>', `${' '.repeat(HUGE)}</response>`),
  'utf-16': (answer) => Buffer.from(`\ufeff${answer.replace('utf-8', 'utf-16')}`, 'utf16le'),
  'windows-1250': (answer) => inLatin(afterDeclaration(answer.replace('utf-8', 'windows-1250'), '<!-- \u00d5 -->')),
  'lying-encoding': (answer) => inLatin(afterDeclaration(answer, '<!-- \u00f5\u00fb -->')),
  gzip: (answer) => gzipSync(answer),
  'hostile-names': (answer) =>
    answer.replace('</response>', '<__proto__><error/></__proto__><constructor><prototype/></constructor></response>'),
  'byte-order-mark': (answer) => `\ufeff${answer}`,
} as const satisfies Record<string, (answer: string) => string | Uint8Array>;

export type HostileAnswer = keyof typeof HOSTILE_ANSWERS;

export const isHostileAnswer = (name: string): name is HostileAnswer => Object.hasOwn(HOSTILE_ANSWERS, name);

const DEEP = 100_000;
const HUGE = 12_000_000;

const LAUGHS = Array.from({ length: 10 }, (_, level) =>
  level === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
).join('');

const afterDeclaration = (answer: string, inserted: string): string => answer.replace('?>', `?>${inserted}`);

const inLatin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
