import { expect, it } from 'vitest';
import { readAnswer } from '../../../lib/co3/answer.ts';
import { command } from '../../../lib/co3/command.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { withoutSecrets } from '../../../lib/co3/without-secrets.ts';

it.each([
  ['the text', 4, 'the key K3Ysecret is wrong'],
  ['the place of a tag', 13, 'Integer format error in field K3Ysecret'],
])('hides a secret that CO3 quotes in %s', (_place, code, description) => {
  const answer = withoutSecrets(answerWith(code, description), ['K3Ysecret']);

  expect(JSON.stringify(answer)).toContain('…');
  expect(JSON.stringify(answer)).not.toContain('K3Ysecret');
});

it('hides it at every place of an error', () => {
  const field = { tag: 'a-key', path: 'b-key', value: 'c-key', allowed: ['d-key'] };
  const refused = answerWith(4, 'e-key');
  if (refused.kind !== 'refused') throw new Error(refused.kind);
  const [error] = refused.errors;

  const answer = withoutSecrets({ kind: 'refused', errors: [error, { ...error, fields: [field] }] }, ['key']);

  const hidden = { tag: 'a-…', path: 'b-…', value: 'c-…', allowed: ['d-…'] };
  expect(answer).toStrictEqual({
    kind: 'refused',
    errors: [
      { ...error, text: 'e-…' },
      { ...error, text: 'e-…', fields: [hidden] },
    ],
  });
});

it('leaves no rest of a secret that another stands in', () => {
  const answer = withoutSecrets(answerWith(4, 'kata-key-1'), ['kata', 'kata-key-1']);

  expect(answer).toMatchObject({ errors: [{ text: '…' }] });
});

it('takes no empty text for a secret', () => {
  const answer = answerWith(4, 'wrong');

  expect(withoutSecrets(answer, [''])).toStrictEqual(answer);
});

const answerWith = (code: number, description: string) =>
  readAnswer(
    200,
    `<response><error><code>${code}</code><description>${description}</description></error></response>`,
    command('setContact', []),
    PLAIN_CONTRACT,
  );
