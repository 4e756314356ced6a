import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { PAGE } from '../../../../infra/local/co3/page.ts';
import { SCRIPT } from '../../../../infra/local/co3/page-script.ts';
import { aContact, anInvoice, contactWith, finance } from '../../../support/co3-acts.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';
import { invoiceWithRow } from '../../../support/co3-samples.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

it('shows what CO3 holds, every text as text', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await contactWith({ contact_firm: HOSTILE })(desk);
  await anInvoice(desk);
  await finance('setInvoice', invoiceWithRow({ name: HOSTILE }))(desk);
  desk.simulator.fault({ kind: 'slow', ms: 5, method: 'setInvoice' });

  const texts = await render(desk.simulator.snapshot());

  expect(texts).toStrictEqual(
    expect.arrayContaining([
      'V-2026/00002',
      'Kovács Ágnes',
      `${HOSTILE} · Kovács Ágnes`,
      `2 × ${HOSTILE} @ 1560 + 27%`,
      '3962.40',
      'test/shopify:acme/1001/invoice/1',
      'OK, id 2',
      'slow',
    ]),
  );
});

it('tells what CO3 is still at', async () => {
  const desk = await openCo3Desk();
  desk.simulator.fault({ kind: 'late-commit', ms: 90_000, times: 2 });
  await aContact(desk);

  const texts = await render(desk.simulator.snapshot());

  expect(texts).toStrictEqual(expect.arrayContaining(['still at work · late-commit', 'late-commit', 'ms 90000']));
});

it('writes no markup out of data and loads nothing from elsewhere', () => {
  const risky = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|(?:src|href)="(?!data:)/.exec(PAGE);

  expect(risky).toBe(null);
});

it('follows the light or the dark of the reader’s machine', () => {
  expect(PAGE).toContain('prefers-color-scheme: dark');
});

/** Runs the page's script on a document that only collects texts. */
const render = async (state: unknown): Promise<readonly string[]> => {
  class Node {
    children: unknown[] = [];
    hidden = false;
    append(...children: unknown[]): void {
      this.children.push(...children);
    }
    replaceChildren(...children: unknown[]): void {
      this.children = children;
    }
  }
  const places = new Map<string, Node>();
  const place = (id: string): Node => {
    const node = places.get(id) ?? new Node();
    places.set(id, node);
    return node;
  };
  const context = {
    Node,
    location: { origin: 'http://127.0.0.1:8787' },
    document: { createElement: () => new Node(), getElementById: place },
    fetch: async () => ({ json: async () => state }),
    setInterval: () => 0,
  };
  runInNewContext(
    `(() => {${SCRIPT.replace(/refresh\(\);\s*setInterval/, 'globalThis.shown = refresh(); setInterval')}})()`,
    context,
  );
  await (context as { shown?: Promise<void> }).shown;
  const textsIn = (node: unknown): readonly string[] =>
    node instanceof Node ? node.children.flatMap(textsIn) : [String(node)];
  return textsIn(place('main'));
};
