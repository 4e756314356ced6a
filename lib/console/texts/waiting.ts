import type { WorkStatus } from '../../deliver/records.ts';
import type { ReleaseRefusal } from '../../deliver/release.ts';
import type { WaitingFor } from '../../deliver/waiting-line.ts';
import { inBoth } from './texts.ts';

/** Orders that a person releases. */
export const WAITING = inBoth(
  {
    title: 'Waiting orders',
    kinds: { release: 'For your release', shadow: 'Seen in shadow' } satisfies Record<WaitingFor, string>,
    intro: {
      release: 'The shop is supervised: each document goes when you have seen it and let it go.',
      shadow: 'The former tool has invoiced these. None goes by itself, only by a release, one by one.',
    } satisfies Record<WaitingFor, string>,
    caption: (shown: string, all: string) =>
      shown === all ? `Orders, the newest first: ${all}` : `Orders, the newest first: ${shown} of ${all}`,
    none: { release: 'No order waits for a release.', shadow: 'No order was seen in shadow.' } satisfies Record<
      WaitingFor,
      string
    >,
    number: 'Order',
    shop: 'Shop',
    account: 'CO3 account',
    amount: 'Comes to',
    ordered: 'Ordered',
    order: (number: string) => `Order ${number}`,
    plan: 'What would be sent',
    owed: 'Owed',
    item: 'Item',
    quantity: 'Quantity',
    net: 'Net price of one',
    vat: 'VAT',
    gross: 'Gross',
    sum: 'Sum',
    digest: 'The plan’s digest',
    likely: 'CO3 is likely to refuse it:',
    certain: 'CO3 would refuse it, so that it would become a letter at once:',
    release: 'Release',
    releaseEffect: 'Exactly this is sent to CO3. If the order has changed by then, you are asked again.',
    inShadow: 'The shop is in shadow, where nothing is sent. It can be released once its mode is `supervised` or `on`.',
    released: 'Released: it is sent as soon as its turn comes.',
    refused: 'It was not released',
    letter: 'Its letter',
  },
  {
    title: 'Várakozó rendelések',
    kinds: { release: 'Jóváhagyásra vár', shadow: 'Árnyék módban látott' },
    intro: {
      release: 'A webáruház felügyelt módban van: minden bizonylat akkor megy el, ha Ön látta és jóváhagyta.',
      shadow: 'Ezeket a korábbi program számlázta. Magától egyik sem megy el, csak egyenkénti jóváhagyással.',
    },
    caption: (shown: string, all: string) =>
      shown === all ? `Rendelések, a legújabb elöl: ${all}` : `Rendelések, a legújabb elöl: ${all} közül ${shown}`,
    none: { release: 'Egy rendelés sem vár jóváhagyásra.', shadow: 'Nincs árnyék módban látott rendelés.' },
    number: 'Rendelés',
    shop: 'Webáruház',
    account: 'CO3-fiók',
    amount: 'Összege',
    ordered: 'Megrendelve',
    order: (number: string) => `${number} rendelés`,
    plan: 'Ami elmenne',
    owed: 'Tartozás',
    item: 'Megnevezés',
    quantity: 'Mennyiség',
    net: 'Nettó egységár',
    vat: 'Áfa',
    gross: 'Bruttó',
    sum: 'Összesen',
    digest: 'A terv azonosítója',
    likely: 'A CO3 valószínűleg visszautasítja:',
    certain: 'A CO3 visszautasítaná, így azonnal levél lenne belőle:',
    release: 'Jóváhagyás',
    releaseEffect: 'Pontosan ez megy el a CO3-nak. Ha a rendelés addig megváltozik, újra megkérdezzük.',
    inShadow:
      'A webáruház árnyék módban van, ilyenkor semmi sem megy el. Akkor hagyható jóvá, ha a módja `supervised` vagy `on`.',
    released: 'Jóváhagyva: elküldjük, amint sorra kerül.',
    refused: 'Nem lett jóváhagyva',
    letter: 'A levele',
  },
);

export const ORDER_STATES = inBoth<Record<WorkStatus, string>>(
  {
    due: 'under way',
    settled: 'settled',
    waiting: 'waits for the shop',
    shadow: 'in shadow',
    release: 'waits for your release',
    letter: 'waits as a letter',
  },
  {
    due: 'folyamatban',
    settled: 'rendben',
    waiting: 'a webáruházra vár',
    shadow: 'árnyék módban',
    release: 'jóváhagyásra vár',
    letter: 'levélként vár',
  },
);

export const RELEASE_REFUSALS = inBoth<Record<ReleaseRefusal['why'], string>>(
  {
    'no-such-order': 'The order is not known.',
    'not-in-settings': 'The order’s shop or account is not in the settings. Put it back there.',
    'nothing-waits': 'Nothing of this order waits for a release.',
    'not-translatable': 'The order cannot become an invoice as it is. Mend it in the shop or the settings first.',
    'shop-in-shadow': 'The shop is in shadow, where nothing is sent.',
    'plan-changed': 'The order has changed since you looked. See what would be sent now, and release that.',
  },
  {
    'no-such-order': 'Nincs ilyen rendelés.',
    'not-in-settings': 'A rendelés webáruháza vagy fiókja nem szerepel a beállításokban. Vegye fel újra.',
    'nothing-waits': 'Ebből a rendelésből most semmi sem vár jóváhagyásra.',
    'not-translatable': 'A rendelésből így nem lehet számla. Előbb javítsa a webáruházban vagy a beállításokban.',
    'shop-in-shadow': 'A webáruház árnyék módban van, ilyenkor semmi sem megy el.',
    'plan-changed': 'A rendelés megváltozott, amióta megnézte. Nézze meg, mi menne el most, és azt hagyja jóvá.',
  },
);
