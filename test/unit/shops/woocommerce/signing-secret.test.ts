import { describe, expect, it } from 'vitest';
import { signingSecretOf } from '../../../../lib/shops/woocommerce/signing-secret.ts';

describe('signingSecretOf', () => {
  it.each([
    ['plain', 'plain'],
    ['a&b', 'a&b'],
    ['a&amp;b &lt;c&gt; &quot;d&quot;', 'a&b <c> "d"'],
    ['&#039;&#39;&#x27;&#X0027;', "''''"],
    ['&#034;&#34;&#x22;', '"""'],
    ['&#060;&#62;', '<>'],
    ['&#38;&#038;&#x26;', '&&&'],
    ['&amp;lt;', '&lt;'],
    ['&#38;amp;', '&amp;'],
    ['&AMP; &apos; &#x3c; &#33; &nbsp; &amp', '&AMP; &apos; &#x3c; &#33; &nbsp; &amp'],
  ])('signs with the secret %j as %j', (secret, expected) => {
    expect(signingSecretOf(secret)).toBe(expected);
  });
});
