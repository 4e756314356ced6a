import { expect, it } from 'vitest';
import { makeDeskBench } from '../../support/desk-bench.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { makeWorld } from '../../support/world.ts';

it.each([
  ['hu-HU,hu;q=0.9,en;q=0.8', 'hu', 'Áttekintés'],
  ['en-GB,en;q=0.9', 'en', 'Overview'],
  ['hu-HU', 'hu', 'Áttekintés'],
  ['en;q=0.3,HU;q=0.9', 'hu', 'Áttekintés'],
  ['de,hu;q=0.5', 'hu', 'Áttekintés'],
  ['de', 'en', 'Overview'],
  ['', 'en', 'Overview'],
])('a browser that asks for %j gets %s', async (asked, lang, heading) => {
  const desk = await openDesk();

  const page = await desk.page('/', { 'accept-language': asked });

  expect(page).toContain(`<html lang="${lang}"`);
  expect(page).toContain(`<h1>${heading}</h1>`);
});

it('what a person has chosen counts more, and is kept for a year', async () => {
  const desk = await openDesk();

  const answer = await desk.send('/preferences', { lang: 'hu' });
  const page = await desk.page('/', { cookie: `${desk.cookie()}; bridge-lang=hu`, 'accept-language': 'en' });

  expect(answer.headers.get('set-cookie')).toBe('bridge-lang=hu; Max-Age=31536000; Path=/; HttpOnly; SameSite=Strict');
  expect(page).toContain('<html lang="hu" data-theme="auto">');
});

it('light or dark is as the system has it until somebody chooses', async () => {
  const desk = await openDesk();

  const before = await desk.page('/');
  const after = await desk.page('/', { cookie: `${desk.cookie()}; bridge-theme=dark` });

  expect(before).toContain('data-theme="auto"');
  expect(after).toContain('data-theme="dark"');
});

it('what nobody offers is not kept', async () => {
  const desk = await openDesk();

  const answer = await desk.send('/preferences', { lang: 'de', theme: '"><script>' });

  expect(answer.headers.get('set-cookie')).toBeNull();
});

const openDesk = async () => {
  const desk = makeDeskBench(makeWorld({ transport: programmedCo3().transport }));
  await desk.enter();
  return desk;
};
