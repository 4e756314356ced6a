import type { OwnProblem } from '../own-problems.ts';

/** What keeps a product or a stock level from CO3 before CO3 is asked. */
export const GOODS_PROBLEMS = {
  SkuMissing: {
    title: { en: 'Variants of the product have no SKU', hu: 'A termék egyes változatainak nincs cikkszáma' },
    fixedBy: 'buyer-data',
    alarm: false,
    means: {
      en: 'Variants of a product have no SKU, and without one nothing tells which product of CO3 they are.',
      hu: 'A termék egyes változatainak nincs cikkszáma (SKU), enélkül pedig nem dönthető el, a CO3 melyik termékének felelnek meg.',
    },
    advice: {
      en: 'Give each variant named below a SKU of its own in the shop. The product is then sent again by itself, and this letter closes.',
      hu: 'Adjon a webáruházban minden alább felsorolt változatnak saját cikkszámot (SKU). A termék ezután magától újra beérkezik, és ez a levél lezárul.',
    },
    docs: 'docs/errors.md#skumissing',
  },
  SkuNotUnique: {
    title: { en: 'One SKU stands for several things', hu: 'Egy cikkszám több termékhez tartozik' },
    fixedBy: 'buyer-data',
    alarm: false,
    means: {
      en: 'One SKU stands for more than one thing, so that nobody can say which of them CO3 is to hold.',
      hu: 'Egy cikkszám (SKU) több dolgot jelöl, ezért nem dönthető el, melyik kerüljön a CO3-ba.',
    },
    advice: {
      en: 'Compare the names that stand for it. In the shop: give all but one of them another SKU; the rest goes by itself. In CO3: give all but one of the products another item number, then `bridge dlq redrive ID`.',
      hu: 'Vesse össze a hozzá tartozó neveket. A webáruházban: egy kivételével adjon mindegyiknek más cikkszámot; a többi magától megtörténik. A CO3-ban: egy kivételével adjon mindegyik terméknek más cikkszámot, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#skunotunique',
  },
  GoodsTooLarge: {
    title: { en: 'The product’s data are too large', hu: 'Túl sok adat tartozik a termékhez' },
    fixedBy: 'buyer-data',
    alarm: false,
    means: {
      en: 'So much is said of a product, or so many variants bear one SKU, that no record can hold it.',
      hu: 'A termékről annyi adat érkezik, vagy egy cikkszámot annyi változat visel, hogy egyetlen rekordba nem fér bele.',
    },
    advice: {
      en: 'Most often one SKU (such as «-») stands for very many variants: give each a SKU of its own in the shop. Else shorten the product’s description, or split it into several. What is saved in the shop goes by itself; for the rest: `bridge dlq redrive ID`.',
      hu: 'Leggyakrabban egyetlen cikkszámot (például «-») visel nagyon sok változat: adjon a webáruházban mindegyiknek sajátot. Különben rövidítse a termék leírását, vagy bontsa több termékre. Amit a webáruházban elment, magától elindul; a többihez: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#goodstoolarge',
  },
  TaxClassNotMapped: {
    title: { en: 'The tax class has no VAT rate', hu: 'Az adóosztályhoz nincs áfakulcs megadva' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'The product has a tax class of the shop’s that the settings name no VAT for.',
      hu: 'A termék olyan webáruházi adóosztályba tartozik, amelyhez a beállítások nem adnak meg áfakulcsot.',
    },
    advice: {
      en: 'Enter the tax class with its percent under `products.vatByTaxClass` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'Írja be az adóosztályt a százalékával a webáruház `products.vatByTaxClass` beállításába az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#taxclassnotmapped',
  },
  ProductNotConfirmed: {
    title: { en: 'The product cannot be found in CO3', hu: 'A termék nem található meg a CO3-ban' },
    fixedBy: 'co3-admin',
    alarm: false,
    means: {
      en: 'CO3 took the product without saying its id, and it cannot be found there by its SKU.',
      hu: 'A CO3 átvette a terméket, de nem közölte az azonosítóját, és a cikkszáma alapján sem található meg.',
    },
    advice: {
      en: 'Look in CO3 for a product with this item number. If it is there, or was made by hand meanwhile: `bridge dlq redrive ID`, which looks for it again.',
      hu: 'Keresse meg a CO3-ban a terméket a cikkszáma alapján. Ha megvan, vagy időközben kézzel létrehozták: `bridge dlq redrive ID`, ez újra megkeresi.',
    },
    docs: 'docs/errors.md#productnotconfirmed',
  },
  StockUnreadable: {
    title: { en: 'CO3’s stock cannot be read', hu: 'A CO3 készletadatai nem értelmezhetők' },
    fixedBy: 'developer',
    alarm: false,
    means: {
      en: 'CO3’s answer does not show how many of the product there are, or its figures contradict each other.',
      hu: 'A CO3 válaszából nem derül ki, mennyi van a termékből, vagy az adatai ellentmondanak egymásnak.',
    },
    advice: {
      en: 'Nothing was booked. Compare CO3’s answer of `getStock` with the names in lib/co3/contract-fields.ts; give the account’s own names under `contract` in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'Semmi sem lett lekönyvelve. Vesse össze a CO3 `getStock` válaszát a lib/co3/contract-fields.ts neveivel; adja meg a fiók saját neveit a `contract` beállításban (infra/shops.yml), telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#stockunreadable',
  },
  StockItemUnknown: {
    title: { en: 'The stock belongs to an unknown product', hu: 'A készletadat ismeretlen termékhez tartozik' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'The shop tells the stock of an item that no product has told of, that has no SKU, or whose SKU CO3 does not have.',
      hu: 'A webáruház olyan tétel készletét közli, amelyről még egyetlen termék sem érkezett, amelynek nincs cikkszáma, vagy amelynek a cikkszáma nincs meg a CO3-ban.',
    },
    advice: {
      en: 'Save the product in the shop, so that it is sent once more; the letter closes by itself when that names the item. Where CO3 has no product with the SKU: create it there, or let the shop keep CO3’s products (`products` in infra/shops.yml), then `bridge dlq redrive ID`.',
      hu: 'Mentse el újra a terméket a webáruházban, hogy ismét beérkezzen; a levél magától lezárul, amint az megnevezi a tételt. Ha a CO3-ban nincs termék ezzel a cikkszámmal: hozza létre ott, vagy kezelje a webáruház a CO3 termékeit (`products` az infra/shops.yml fájlban), majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#stockitemunknown',
  },
} as const satisfies Record<string, OwnProblem>;
