import { expect, it } from 'vitest';
import { parseBaseUrl } from '../../../lib/co3/base-url.ts';

it.each([
  ['https://co3app.com/api/', 'https://co3app.com/api/'],
  ['https://co3app.com/api', 'https://co3app.com/api/'],
  ['http://127.0.0.1:8080/api/', 'http://127.0.0.1:8080/api/'],
  ['http://127.9.9.9/', 'http://127.9.9.9/'],
  ['http://localhost:1', 'http://localhost:1/'],
  ['http://[::1]:9/api', 'http://[::1]:9/api/'],
])('takes %s', (text, href) => {
  const parsed = parseBaseUrl(text);

  expect(parsed.ok ? parsed.value.href : parsed.problem).toBe(href);
});

it.each([
  ['http://co3app.com/api/', 'CO3 base URL must be https; http goes to this machine only, not to co3app.com'],
  [
    'http://127.0.0.1.example.com/',
    'CO3 base URL must be https; http goes to this machine only, not to 127.0.0.1.example.com',
  ],
  [
    'http://localhost.example.com/',
    'CO3 base URL must be https; http goes to this machine only, not to localhost.example.com',
  ],
  ['ftp://127.0.0.1/', 'CO3 base URL must be https; http goes to this machine only, not to 127.0.0.1'],
  ['https://user:pass@co3app.com/api/', 'CO3 base URL must not hold a user or a password'],
  ['co3app.com/api', 'CO3 base URL is no URL; CO3 itself is at https://co3app.com/api/'],
])('refuses %s', (text, problem) => {
  expect(parseBaseUrl(text)).toStrictEqual({ ok: false, problem });
});
