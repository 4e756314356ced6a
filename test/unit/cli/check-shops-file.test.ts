import { expect, it } from 'vitest';
import { checkShopsFile } from '../../../lib/cli/check-shops-file.ts';
import { SETTINGS_SAMPLE, withValue } from '../../support/settings-sample.ts';

it('reads a file that every function would start with', () => {
  const settings = checkShopsFile(JSON.stringify(SETTINGS_SAMPLE));

  expect(settings.ok && [...settings.value.shops.keys()]).toStrictEqual(['acme-shop']);
});

it('names the faults of a contract in the same round as all others', () => {
  const contract = {
    setContacts: { method: 'x' },
    setInvoice: { tags: { nonsense: 'y' } },
    assumptions: { passwordMd5: 'upper' },
  };
  const renamed = withValue(SETTINGS_SAMPLE, ['accounts', 'acme', 'contract'], contract);

  const settings = checkShopsFile(JSON.stringify(withValue(renamed, ['shops', 'acme-shop', 'mode'], 'live')));

  expect(settings.ok ? [] : settings.problem).toStrictEqual([
    { path: ['shops', 'acme-shop', 'mode'], message: 'one of: shadow, supervised, on' },
    {
      path: ['accounts', 'acme', 'contract'],
      message: expect.stringMatching(
        /^no method `setContacts`; did you mean `getContacts`\? There are: authenticate, /,
      ),
    },
    {
      path: ['accounts', 'acme', 'contract'],
      message: expect.stringMatching(/^no tag of setInvoice `nonsense`; there are: /),
    },
  ]);
});

it('says where in a contract a value is not as it must be', () => {
  const settings = checkShopsFile(
    JSON.stringify(
      withValue(SETTINGS_SAMPLE, ['accounts', 'acme', 'contract'], { assumptions: { commentKept: 'no' } }),
    ),
  );

  expect(settings.ok ? [] : settings.problem).toStrictEqual([
    {
      path: ['accounts', 'acme', 'contract'],
      message: 'Invalid input: expected boolean, received string (at assumptions.commentKept)',
    },
  ]);
});
