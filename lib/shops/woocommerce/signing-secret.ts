/**
 * What WooCommerce signs with: it passes its stored secret through WordPress's `wp_specialchars_decode(…, ENT_QUOTES)` first. One pass,
 * so `&amp;lt;` becomes `&lt;`; names in lower case alone, `&apos;` and `&#x3c;` not at all.
 */
export const signingSecretOf = (secret: string): string =>
  secret.replace(ENTITY, (entity) => CHARACTERS.get(withoutZeros(entity)) ?? entity);

const ENTITY = /&(?:amp|lt|gt|quot|#0*3[489]|#0*6[02]|#[xX]0*2[267]);/g;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&#x26;', '&'],
  ['&lt;', '<'],
  ['&#60;', '<'],
  ['&gt;', '>'],
  ['&#62;', '>'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#x22;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
]);

const withoutZeros = (entity: string): string => entity.toLowerCase().replace(/^(&#x?)0+/, '$1');
