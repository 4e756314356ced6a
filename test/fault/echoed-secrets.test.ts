import { expect, it } from 'vitest';
import { md5Of } from '../../lib/co3/session.ts';
import { anOrder } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { answered, type Scripted } from '../support/scripted-co3.ts';
import { ACCOUNT_SECRET, makeWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;
const { apiKey, password } = ACCOUNT_SECRET;
const SECRETS = [apiKey, password, md5Of(password, 'lower'), md5Of(password, 'upper')];

/** What programs in between do with a request that they do not like: they show it. */
const ECHOES: readonly (readonly [string, (request: string) => Scripted])[] = [
  ['a page', (request) => whole(`<html><body><pre>${escaped(request)}</pre></body></html>`)],
  ['an answer that is cut off', (request) => whole(`<response><error><description>${escaped(request)}`)],
  ['the request itself', whole],
  [
    'a description',
    (request) => answered(`<error><code>22</code><description>${escaped(request)}</description></error>`),
  ],
  ['a code', (request) => answered(`<error><code>${escaped(request)}</code></error>`)],
  ['a result', (request) => answered(`<result>${escaped(request)}</result>`)],
  [
    'a description beside a result',
    (request) => answered(`<result>NO</result><description>${escaped(request)}</description>`),
  ],
];

it.each(ECHOES)('CO3 that answers with the request in %s has no secret written down or logged', async (_how, echo) => {
  const co3 = programmedCo3((method, body) => (method === 'authenticate' ? undefined : echo(body)));
  const world = makeWorld({ transport: co3.transport });
  await world.arrive(anOrder());

  await world.deliver();
  await world.pass(30 * MINUTE);

  expect(co3.methods().filter((method) => method !== 'authenticate').length).toBeGreaterThan(0);
  expect(secretsIn(world)).toStrictEqual([]);
});

it.each(ECHOES)(
  'a sign-in that is answered with itself in %s has no secret written down or logged',
  async (_how, echo) => {
    const co3 = programmedCo3((method, body) => (method === 'authenticate' ? echo(body) : undefined));
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());

    await world.deliver();
    await world.pass(30 * MINUTE);

    expect(co3.methods()).toContain('authenticate');
    expect(secretsIn(world)).toStrictEqual([]);
  },
);

/** Of whatever was written, but for the session key in its lane, which the next worker goes on with. */
const secretsIn = ({ ledger, logged }: World): readonly string[] => {
  const lanes = ledger.all('lane').map(({ session: _, ...lane }) => lane);
  const written = JSON.stringify([ledger.all('letter'), ledger.all('order'), ledger.all('contact'), lanes, logged]);
  return [...SECRETS, 'session-'].filter((secret) => written.includes(secret));
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function whole(body: string): Scripted {
  return { kind: 'answered', status: 200, body };
}
