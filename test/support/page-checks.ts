import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong with a page as it is shown: the rule, and where. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(
    `axe.run(document, { preload: false }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => [id, target.join(' '), ...any.map(({ message }) => message)].join(' · '))))`,
  );
};

/** How many pixels a page is wider than its window. */
export const overhangOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Every text that a page shows or reads aloud, but for those that it declares to be of another language than its own. */
export const textsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`{
    const own = document.documentElement.lang;
    const isOwn = (element) => element.closest('[lang]').lang === own && element.closest('script, style') === null;
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (isOwn(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      if (isOwn(element)) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
    texts.map((text) => text.replaceAll(/\\s+/g, ' ').trim()).filter((text) => text !== '');
  }`);
