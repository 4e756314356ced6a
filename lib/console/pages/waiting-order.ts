import type { OrderStory } from '../../deliver/order-story.ts';
import type { ReleaseRefusal } from '../../deliver/release.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { type Html, html, type Part } from '../html.ts';
import { layout } from '../layout.ts';
import { asksAgain } from '../parts/asks-again.ts';
import { facts, section } from '../parts/facts.ts';
import { postForm } from '../parts/form.ts';
import { code } from '../parts/inline.ts';
import { letterAddress } from '../parts/letter-table.ts';
import { orderSheet } from '../parts/order-sheet.ts';
import { planned } from '../parts/planned.ts';
import { doneBox, refusedBox } from '../parts/told-box.ts';
import { ORDER_STATES, RELEASE_REFUSALS, WAITING } from '../texts/waiting.ts';
import type { View } from '../view.ts';
import { orderAddress } from './waiting.ts';

export type Released =
  | { readonly kind: 'released' }
  | { readonly kind: 'refused'; readonly why: ReleaseRefusal['why'] };

/** An order with what would be sent for it, and the button that lets exactly that go. */
export const waitingOrderPage = (
  view: View,
  story: OrderStory,
  shop: ShopSettings,
  released: Released | null,
): Html => {
  const { order, plan, noPlan } = story;
  const { lang } = view;
  const words = WAITING[lang];
  return layout(view, {
    title: words.order(order.number),
    at: 'orders',
    body: html`<header class="letter-head"><h1>${words.order(order.number)}</h1>
        ${facts([
          [words.shop, order.shop],
          [words.account, order.account],
          [
            words.letter,
            order.letter !== null && html`<a href="${letterAddress(order.letter.id)}">${order.letter.id}</a>`,
          ],
        ])}
        ${orderState(story, lang)}
      </header>
      ${released !== null && told(released, lang)}
      <div class="columns">
        <div class="lead">${section('plan', words.plan, plan === null ? html`<p>${noPlan !== null && RELEASE_REFUSALS[lang][noPlan.why]}</p>` : planned(plan, lang))}</div>
        <aside>${plan !== null && section('release', words.release, releaseForm(view, order.key, plan.digest, shop))}</aside>
        <div>${orderSheet(order, shop, () => false, lang)}</div>
      </div>`,
  });
};

/** Where the order stands; while it is under way the browser asks again every two seconds. */
export const orderState = ({ order }: OrderStory, lang: View['lang']): Html =>
  html`<div id="state" role="status"${isUnderWay(order) && asksAgain(`${orderAddress(order.key)}/state`, 2)}>
    <span class="badge ${order.status}">${ORDER_STATES[lang][order.status]}</span>
  </div>`;

export const isUnderWay = ({ status }: OrderStory['order']): boolean => status === 'due';

const releaseForm = (view: View, key: string, digest: string, { mode }: ShopSettings): Part => {
  const words = WAITING[view.lang];
  if (mode === 'shadow') return html`<p>${code(words.inShadow)}</p>`;
  return postForm(
    view,
    `${orderAddress(key)}/release`,
    html`<input type="hidden" name="digest" value="${digest}">
      <p class="hint" id="release-effect">${words.releaseEffect}</p>
      <button class="primary" aria-describedby="release-effect">${words.release}</button>
      <p class="hint">${words.digest}: <code>${digest.slice(0, DIGEST_SHOWN)}</code></p>`,
    words.release,
  );
};

const DIGEST_SHOWN = 12;

const told = (released: Released, lang: View['lang']): Html => {
  const words = WAITING[lang];
  switch (released.kind) {
    case 'released':
      return doneBox(words.released);
    case 'refused':
      return refusedBox(words.refused, RELEASE_REFUSALS[lang][released.why]);
    default:
      return released satisfies never;
  }
};
