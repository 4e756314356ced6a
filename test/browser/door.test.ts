import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser-desk.ts';
import { FOREIGN_NAME } from '../support/chromium.ts';
import { makeSimulatedWorld } from '../support/simulated-world.ts';

describeInBrowser('the door of the desk', (openDesk) => {
  it('lets the browser in that follows the printed address, and keeps its token out of what the browser remembers', async () => {
    const { page, origin } = await openDesk(aWorld());

    expect(page.url()).toBe(`${origin}/`);
    expect(await page.title()).toBe('Overview · Dead-letter desk');
    expect(await page.context().cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Strict', expires: -1 }]);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('shuts out a second browser, with the printed address and without', async () => {
    const { stranger, address, origin } = await openDesk(aWorld());
    const other = await stranger();

    const statuses = [await other.goto(address), await other.goto(`${origin}/letters`)].map((one) => one?.status());

    expect(statuses).toStrictEqual([401, 401]);
    expect(await other.getByRole('heading').allTextContents()).toStrictEqual(['This desk is shut']);
  });

  it('answers nothing under a name of somebody else’s that leads to this machine', async () => {
    const { stranger, origin } = await openDesk(aWorld());
    const other = await stranger();

    const answer = await other.goto(origin.replace('127.0.0.1', FOREIGN_NAME));

    expect([answer?.status(), await answer?.text()]).toStrictEqual([
      421,
      'This is not the address that was printed.\n',
    ]);
  });

  it.each([
    // A strict cookie is not sent along from another site: the desk is shut.
    ['another site', `http://${FOREIGN_NAME}`, 401],
    // For cookies another port is the same site: the origin decides.
    ['another port of this machine', 'http://127.0.0.1:4999', 403],
  ])('does nothing for a form that a page of %s posts', async (_, elsewhere, status) => {
    const { page, origin } = await openDesk(aWorld());
    const trap = `<form method="post" action="${origin}/preferences"><input name="lang" value="hu"><button>Win</button></form>`;
    await page.context().route(`${elsewhere}/**`, (route) => route.fulfill({ contentType: 'text/html', body: trap }));
    const lured = await page.context().newPage();
    await lured.goto(`${elsewhere}/`);

    const [answer] = await Promise.all([
      lured.waitForResponse(`${origin}/preferences`),
      lured.getByRole('button').click(),
    ]);

    expect(answer.status()).toBe(status);
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

const aWorld = () => makeSimulatedWorld({ seed: 1 });
