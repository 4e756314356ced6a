import type { OrderRecord } from '../../deliver/records.ts';
import type { SentPayment, Step } from '../../deliver/step-records.ts';
import { type Html, html, type Part } from '../html.ts';
import { EVIDENCE } from '../texts/evidence.ts';
import type { Language } from '../texts/texts.ts';
import { amount } from './amount.ts';
import { facts, section } from './facts.ts';
import { time } from './moment.ts';
import { scroll } from './scroll.ts';

/** What was sent beside what CO3 shows, for the person who has to decide whether it is there. */
export const evidence = (order: OrderRecord, step: Step, lang: Language): Html => {
  const words = EVIDENCE[lang];
  return section(
    'evidence',
    words.title,
    html`${facts([
      ...(step.payment === null ? documentFacts(order, step, lang) : paymentFacts(step, step.payment, lang)),
      [words.search, searched(step, lang)],
      [words.notAdopted, step.look?.refusal ?? null],
    ])}${step.payment === null && comparison(step, lang)}`,
  );
};

type Facts = readonly (readonly [string, Part])[];

const documentFacts = ({ documents }: OrderRecord, step: Step, lang: Language): Facts => {
  const words = EVIDENCE[lang];
  const document = step.document ?? documents.find(({ marker }) => marker === step.marker);
  return [
    [words.what, step.purpose],
    [words.marker, html`<code>${step.marker}</code>`],
    [words.contact, document?.contactId ?? words.unknownContact],
    [words.corrects, document?.corrects ?? null],
  ];
};

const paymentFacts = (step: Step, { invoiceId, amountMinor, beforeMinor }: SentPayment, lang: Language): Facts => {
  const words = EVIDENCE[lang];
  return [
    [words.what, step.purpose],
    [words.invoice, invoiceId],
    [words.sent, time(step.sentAt, lang)],
    [words.sum, amount(amountMinor, step.currency, lang)],
    [words.paidBefore, amount(beforeMinor, step.currency, lang)],
    [words.paidAfter, amount(beforeMinor + amountMinor, step.currency, lang)],
  ];
};

const searched = ({ look }: Step, lang: Language): string =>
  look === null || look.reads === 0 ? EVIDENCE[lang].notSearched : EVIDENCE[lang].searched(look.reads);

/** A row for what was sent, and below it one for each invoice of that buyer that CO3 showed. */
const comparison = (step: Step, lang: Language): Html => {
  const words = EVIDENCE[lang];
  const heads = [words.where, words.number, words.id, words.day];
  return scroll(
    words.caption,
    html`<table>
    <caption>${words.caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}<th scope="col" class="number">${words.sum}</th></tr></thead>
    <tbody>
      <tr><th scope="row">${words.sent}</th><td>${words.notKnown}</td><td>${words.notKnown}</td><td>${time(step.sentAt, lang)}</td><td class="number">${amount(step.totalMinor, step.currency, lang)}</td></tr>
      ${(step.look?.seen ?? []).map(
        ({ number, id, totalMinor, day }) =>
          html`<tr><th scope="row">${words.inCo3}</th><td>${number}</td><td>${id}</td><td>${day}</td><td class="number">${amount(totalMinor, step.currency, lang)}${totalMinor === step.totalMinor && html` <mark>${words.same}</mark>`}</td></tr>`,
      )}
    </tbody>
  </table>`,
  );
};
