import { expect, it } from 'vitest';
import { html } from '../../../lib/console/html.ts';

it('escapes every text, in an element as in an attribute', () => {
  const hostile = '"><img src=x onerror=alert(1)> & \'';

  const piece = html`<p title="${hostile}">${hostile}</p>`;

  const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt; &amp; &#39;';
  expect(String(piece)).toBe(`<p title="${escaped}">${escaped}</p>`);
});

it('takes out what cannot be seen, and what turns the direction of writing', () => {
  const piece = html`<p>${'a\u0000b\u202ec\u001b[31md'}</p>`;

  expect(String(piece)).toBe('<p>abcd</p>');
});

it('lets pieces stand in pieces, in lists too, and shows nothing of what is not there', () => {
  const items = ['<a>', '<b>'].map((item) => html`<li>${item}</li>`);

  const piece = html`<ul class="${7}">${items}${null}${false}${['x', ['&']]}</ul>`;

  expect(String(piece)).toBe('<ul class="7"><li>&lt;a&gt;</li><li>&lt;b&gt;</li>x&amp;</ul>');
});
