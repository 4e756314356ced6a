import { describe, expect, it } from 'vitest';
import { makeCliBench } from '../../../support/cli-bench.ts';

describe('bridge decode', () => {
  it('names code, field and allowed values of an answer', async () => {
    const { bridge, file } = makeCliBench(undefined);
    file(
      'answer.xml',
      '<response><error><code>303</code><description>Invalid payment method. Possible values: cash, transfer</description></error></response>',
    );

    const { code, stdout } = await bridge('decode', 'answer.xml');

    expect(code).toBe(0);
    expect(stdout).toContain('303 InvalidPaymentMethod');
    expect(stdout).toMatch(/settings\.payments +method +— +cash, transfer/);
  });

  it('decodes a number with its words alone', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout } = await bridge(
      'decode',
      '--code',
      '22',
      '--text',
      'Bad',
      '--method',
      'setContact',
      '--json',
    );

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      code: 22,
      name: 'InvalidEmail',
      text: 'Bad',
      fields: [{ tag: 'contact_email' }],
    });
  });

  it.each([
    ['<response><result>OK</result><invoice_id>42</invoice_id></response>', 0, 'Done, with the id 42'],
    ['<response><result>OK</result></response>', 0, 'CO3 names no id'],
    ['<html>gateway</html>', 1, 'not known'],
    ['', 1, 'empty'],
  ])('tells what %s means', async (stdin, exit, words) => {
    const { bridge } = makeCliBench(undefined, { stdin });

    const { code, stdout } = await bridge('decode', '-');

    expect(code).toBe(exit);
    expect(stdout).toContain(words);
  });

  it('does not show the session key of an answer to a sign-in', async () => {
    const { bridge } = makeCliBench(undefined, { stdin: '<response><session_key>S3CRET</session_key></response>' });

    const table = await bridge('decode', '-', '--method', 'authenticate');
    const json = await bridge('decode', '-', '--method', 'authenticate', '--json');

    expect(table.stdout).toContain('session_key: …');
    expect(table.stdout + json.stdout).not.toContain('S3CRET');
  });

  it.each([
    [['decode'], '--code'],
    [['decode', '--code', 'x'], 'bridge codes'],
    [['decode', '--code', '22', '--method', 'setNothing'], 'setInvoice'],
    [['decode', 'a.xml', '--code', '22'], 'either'],
    [['decode', 'none.xml'], 'none.xml'],
  ])('is wrong use as %j', async (argv, next) => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout, stderr } = await bridge(...argv);

    expect([code, stdout]).toStrictEqual([2, '']);
    expect(stderr).toContain(next);
  });
});
