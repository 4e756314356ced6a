import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import type { AddRoutes, ConsoleEnv } from '../console-env.ts';
import { LANGUAGES } from '../texts/texts.ts';
import { THEMES, type View } from '../view.ts';

const LANG = 'bridge-lang';
const THEME = 'bridge-theme';
const YEAR_SECONDS = 365 * 86_400;

/** What the person has chosen; else the browser's language, and light or dark as the system has it. */
export const preferencesOf = (c: Context<ConsoleEnv>): Pick<View, 'lang' | 'theme'> => ({
  lang:
    chosen(LANGUAGES, getCookie(c, LANG)) ??
    chosen(
      LANGUAGES,
      accepts(c, { header: 'Accept-Language', supports: [...LANGUAGES], default: 'en', match: firstKnown }),
    ) ??
    'en',
  theme: chosen(THEMES, getCookie(c, THEME)) ?? 'auto',
});

export const addPreferences: AddRoutes = (app) => {
  app.post('/preferences', async (c) => {
    const { lang, theme, back } = await c.req.parseBody();
    keep(c, LANG, chosen(LANGUAGES, lang));
    keep(c, THEME, chosen(THEMES, theme));
    return c.redirect(ownPath(back), 303);
  });
};

const keep = (c: Context<ConsoleEnv>, name: string, value: string | undefined): void => {
  if (value !== undefined)
    setCookie(c, name, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: YEAR_SECONDS });
};

const chosen = <Value extends string>(known: readonly Value[], given: unknown): Value | undefined =>
  known.find((one) => one === given);

/** Never an address elsewhere: browsers read `//` and `/\` at the beginning as another host. */
const ownPath = (back: unknown): string => (typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/');

type Match = NonNullable<Parameters<typeof accepts>[1]['match']>;

// `hu-HU` is Hungarian too.
const firstKnown: Match = (accepted, { supports, default: other }) =>
  accepted.map(({ type }) => type.split('-')[0]?.toLowerCase() ?? '').find((lang) => supports.includes(lang)) ?? other;
