import { type Co3Code, PRODUCT } from './row.ts';

const HELD = 'Makes a letter of the product; five running hold the account.';

/** A product: its type, parts, currencies. */
export const PRODUCT_CODES = {
  401: {
    ...PRODUCT,
    name: 'ProductNotFound',
    title: { en: 'CO3 has no product with this SKU', hu: 'A CO3-ban nincs termék ezzel a cikkszámmal' },
    text: 'Non-existing product with the given id',
    scope: 'call',
    fixedBy: 'settings',
    points: { setProduct: ['item_number', 'id'], any: ['item_number', 'product_id'] },
    handling:
      'Forgets the remembered product, looks its SKU up again and repeats the call once; refused again, it becomes a letter.',
    advice: {
      en: 'CO3 has no product for this SKU. Compare the SKU in the shop with the item number in CO3: they must be equal. Create the product in CO3 or correct the SKU in the shop, then `bridge dlq redrive ID`.',
      hu: 'A CO3-ban nincs termék ehhez a cikkszámhoz. Vesse össze a webáruházban lévő cikkszámot (SKU) a CO3 cikkszámával: egyezniük kell. Hozza létre a terméket a CO3-ban, vagy javítsa a cikkszámot a webáruházban, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  404: {
    ...PRODUCT,
    name: 'InvalidProductType',
    title: { en: 'CO3 does not know this kind of product', hu: 'A CO3 nem ismeri ezt a terméktípust' },
    text: 'The type of product must be 1 (normal) or 3 (voucher)',
    fixedBy: 'developer',
    points: { any: ['takein_product_type'] },
    allowed: ['1', '3'],
    handling: HELD,
    advice: {
      en: 'The bridge sent a product type that CO3 does not know. Mend the product table in lib/co3 or the account’s `contract.values`, deploy, then `bridge dlq redrive ID`.',
      hu: 'A bridge olyan terméktípust küldött, amelyet a CO3 nem ismer. Javítsa a lib/co3 terméktábláját vagy a fiók `contract.values` beállítását, telepítse, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  405: {
    ...PRODUCT,
    name: 'UnknownPartProduct',
    title: { en: 'A part of the set is missing in CO3', hu: 'A csomagtermék egyik része hiányzik a CO3-ból' },
    text: 'Non-existing product in field "collective_product" with the given id',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['collective_product'] },
    handling: HELD,
    advice: {
      en: 'A part of this set is no product in CO3. Find out which part has the id below, create it in CO3 or take it out of the set, then `bridge dlq redrive ID`.',
      hu: 'A csomagtermék egyik része nem létezik termékként a CO3-ban. Derítse ki, melyik rész viseli az alábbi azonosítót, hozza létre a CO3-ban, vagy vegye ki a csomagból, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  406: {
    ...PRODUCT,
    name: 'ProductContainsItself',
    title: { en: 'The set contains itself', hu: 'A csomagtermék önmagát is tartalmazza' },
    text: "The product id is equal to one of it's part product id in field 'collective_product'",
    fixedBy: 'settings',
    points: { any: ['collective_product', 'id'] },
    handling: HELD,
    advice: {
      en: 'The set names itself as one of its parts, often because the set and a part share a SKU. Give each its own SKU in the shop or take the set out of its own parts, then `bridge dlq redrive ID`.',
      hu: 'A csomagtermék önmagát is tartalmazza részként, gyakran azért, mert a csomag és az egyik része azonos cikkszámot visel. Adjon nekik külön cikkszámot a webáruházban, vagy vegye ki a csomagot a saját részei közül, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  409: {
    ...PRODUCT,
    name: 'InvalidPriceCurrency',
    title: { en: 'CO3 takes no product prices in this currency', hu: 'Ebben a pénznemben nem adható meg termékár' },
    text: 'Invalid product price currency:',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['price_currency'] },
    handling: HELD,
    advice: {
      en: 'CO3 takes no product prices in this currency. Have CO3 enable it for the account, or correct `currency` of the account in infra/shops.yml and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3 ebben a pénznemben nem fogad termékárat. Engedélyeztesse a CO3-mal a fiókhoz, vagy javítsa a fiók `currency` beállítását az infra/shops.yml fájlban, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  410: {
    ...PRODUCT,
    name: 'InvalidTakeInCurrency',
    title: {
      en: 'CO3 takes no purchase prices in this currency',
      hu: 'Ebben a pénznemben nem adható meg bevételezési ár',
    },
    text: 'Invalid takein currency:',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['takein_currency'] },
    handling: HELD,
    advice: {
      en: 'CO3 takes no stock in at prices of this currency. Have CO3 enable it for the account, or correct `currency` of the account in infra/shops.yml and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3 ebben a pénznemben nem fogad bevételezési árat. Engedélyeztesse a CO3-mal a fiókhoz, vagy javítsa a fiók `currency` beállítását az infra/shops.yml fájlban, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  411: {
    ...PRODUCT,
    name: 'TooManyProducts',
    title: { en: 'Too many products in one query', hu: 'Túl sok termék egy lekérdezésben' },
    text: 'Too many products in the query:',
    scope: 'call',
    fixedBy: null,
    tail: 'value',
    points: { any: ['product_ids'] },
    handling: 'Halves the query and goes on.',
    advice: {
      en: 'Nothing to do: the query is made again in smaller parts.',
      hu: 'Nincs teendő: a lekérdezés kisebb részletekben megismétlődik.',
    },
  },
} as const satisfies Record<number, Co3Code>;
