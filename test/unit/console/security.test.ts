import { describe, expect, it } from 'vitest';
import { DESK_PORT, DESK_TOKEN, makeDeskBench } from '../../support/desk-bench.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { makeWorld } from '../../support/world.ts';

describe('the address with the token', () => {
  it('lets one browser in, with a cookie that no script and no other site gets', async () => {
    const { ask } = deskOf();

    const answer = await ask(`/enter?token=${DESK_TOKEN}`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBe('bridge-desk-4100=secret-1; Path=/; HttpOnly; SameSite=Strict');
    expect(await answer.text()).toContain('content="0; url=/"');
  });

  it('works once', async () => {
    const { ask } = deskOf();
    await ask(`/enter?token=${DESK_TOKEN}`);

    const answer = await ask(`/enter?token=${DESK_TOKEN}`);

    expect([answer.status, answer.headers.get('set-cookie')]).toStrictEqual([401, null]);
    expect(await answer.text()).toContain('This desk is shut');
  });

  it('is not spent by who only looks whether it is there', async () => {
    const { ask } = deskOf();

    const looked = await ask(`/enter?token=${DESK_TOKEN}`, { method: 'HEAD' });
    const entered = await ask(`/enter?token=${DESK_TOKEN}`);

    expect([looked.status, entered.status]).toStrictEqual([401, 200]);
  });

  it.each([['another-token'], ['']])('does not open for the token %j', async (token) => {
    const { ask } = deskOf();

    const answer = await ask(`/enter?token=${token}`);

    expect([answer.status, answer.headers.get('set-cookie')]).toStrictEqual([401, null]);
  });
});

describe('without the session', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/letters'],
    ['GET', '/no-such-page'],
    ['POST', '/preferences'],
  ])('%s %s shows nothing but that the desk is shut', async (method, path) => {
    const { ask } = deskOf();

    const answer = await ask(path, { method, headers: { cookie: 'bridge-desk-4100=guessed' } });

    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('This desk is shut');
  });

  it('a page has its style all the same, and no other file is to be had', async () => {
    const { ask } = deskOf();

    const style = await ask('/assets/base.css');
    const other = await ask('/assets/..%2Fapp.ts');

    expect([style.status, style.headers.get('content-type')]).toStrictEqual([200, 'text/css; charset=utf-8']);
    expect(other.status).toBe(401);
  });
});

describe('a request', () => {
  it.each([[`desk.example:${DESK_PORT}`], ['127.0.0.1'], ['127.0.0.1:4101'], [`127.0.0.1:${DESK_PORT}.example`]])(
    'that was sent to the host %s is refused, whatever else it has',
    async (host) => {
      const desk = await openDesk();

      const answer = await desk.ask('/', { headers: { host, cookie: desk.cookie() } });

      expect(answer.status).toBe(421);
      expect(await answer.text()).toBe('This is not the address that was printed.\n');
    },
  );

  it('may name this machine localhost', async () => {
    const desk = await openDesk();

    const answer = await desk.ask('/', { headers: { host: `localhost:${DESK_PORT}`, cookie: desk.cookie() } });

    expect(answer.status).toBe(200);
  });

  it('for a page that is not there is told so', async () => {
    const desk = await openDesk();

    const answer = await desk.ask('/no-such-page', { headers: { cookie: desk.cookie() } });

    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no such page');
  });
});

describe('a form', () => {
  it('is taken from our own pages', async () => {
    const desk = await openDesk();

    const answer = await desk.send('/preferences', { lang: 'hu', back: '/letters' });

    expect([answer.status, answer.headers.get('location')]).toStrictEqual([303, '/letters']);
  });

  it.each([
    ['of another site', { origin: 'https://evil.example' }, {}],
    ['of a page that hides its origin', { origin: 'null' }, {}],
    ['of another port of this machine', { origin: 'http://127.0.0.1:4101' }, {}],
    ['without the session’s token', {}, { 'form-token': '' }],
    ['with another token', {}, { 'form-token': 'secret-1' }],
  ])('%s does nothing', async (_, headers, fields) => {
    const desk = await openDesk();

    const answer = await desk.send('/preferences', { lang: 'hu', ...fields }, headers);

    expect([answer.status, answer.headers.get('set-cookie')]).toStrictEqual([403, null]);
    expect(await answer.text()).toContain('Nothing was done');
  });

  it('that is none is refused too: no token can be read from it', async () => {
    const desk = await openDesk();

    const answer = await desk.ask('/preferences', {
      method: 'POST',
      headers: { cookie: desk.cookie(), 'content-type': 'application/json' },
      body: '{"form-token":"secret-2","lang":"hu"}',
    });

    expect(answer.status).toBe(403);
  });

  it('larger than any of ours is refused', async () => {
    const desk = await openDesk();

    const answer = await desk.send('/preferences', { lang: 'x'.repeat(300_000) });

    expect(answer.status).toBe(413);
  });

  it.each([['https://evil.example/'], ['//evil.example/'], ['/\\evil.example/'], ['letters']])(
    'leads back to %s never, only to a page of the desk',
    async (back) => {
      const desk = await openDesk();

      const answer = await desk.send('/preferences', { back });

      expect(answer.headers.get('location')).toBe('/');
    },
  );
});

it.each([['/'], ['/enter'], ['/assets/base.css'], ['/no-such-page']])(
  'the answer for %s allows nothing inline or from elsewhere, stands in no frame, and is kept nowhere',
  async (path) => {
    const { ask } = deskOf();

    const { headers } = await ask(path);

    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  },
);

const deskOf = () => makeDeskBench(makeWorld({ transport: programmedCo3().transport }));

const openDesk = async () => {
  const desk = deskOf();
  await desk.enter();
  return desk;
};
