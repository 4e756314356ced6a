import { type Co3Code, PRODUCT } from './row.ts';

const PARKED = 'Makes a letter of the one change and goes on with the next.';
const HELD = 'Makes a letter of the one change; five running hold the account.';

/** Warehouses, deliveries and purchase orders; CO3 counts them to its product module. */
export const STOCK_CODES = {
  402: {
    ...PRODUCT,
    name: 'UnknownWarehouse',
    title: { en: 'CO3 has no such warehouse', hu: 'Ez a raktár nem szerepel a CO3-ban' },
    text: 'Non-existing warehouse',
    fixedBy: 'settings',
    points: { setProduct: ['takein_warehouse_id'], any: ['warehouse_id'] },
    handling: HELD,
    advice: {
      en: 'CO3 has no warehouse of this id. Look the warehouse up in CO3, correct the id in the shop’s settings and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3-ban nincs ilyen azonosítójú raktár. Keresse ki a raktárat a CO3-ban, javítsa az azonosítót a webáruház beállításaiban, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  403: {
    ...PRODUCT,
    name: 'NotEnoughStock',
    title: { en: 'Not enough stock in the warehouse', hu: 'Nincs elég készlet a raktárban' },
    text: "There isn't enough quantity in the selected warehouse to remove stock with the given product id",
    fixedBy: 'accountant',
    tail: 'value',
    points: { any: ['product_id', 'quantity'] },
    handling: 'Makes a letter of the stock level; the product’s next stock level takes its place.',
    advice: {
      en: 'CO3 has less of this product in the warehouse than is to be taken out. Count the stock, book the missing take-in in CO3 or correct the quantity in the shop. The next stock level of the product goes by itself; otherwise `bridge dlq redrive ID`.',
      hu: 'A CO3 raktárában kevesebb van ebből a termékből, mint amennyit ki kellene vételezni. Ellenőrizze a tényleges készletet, könyvelje le a hiányzó bevételezést a CO3-ban, vagy javítsa a mennyiséget a webáruházban. A termék következő készletadata magától beérkezik; ha nem, indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  407: {
    ...PRODUCT,
    name: 'InvalidShippingType',
    title: { en: 'CO3 does not know this way of shipping', hu: 'A CO3 nem ismeri ezt a szállítási módot' },
    text: 'Invalid shipping type:',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['shipping_type'] },
    handling: HELD,
    advice: {
      en: 'CO3 does not know this way of shipping. Look up in CO3’s delivery settings which ways of shipping there are, name one of them in the shop’s settings and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3 nem ismeri ezt a szállítási módot. Nézze meg a CO3 szállítási beállításaiban, milyen módok léteznek, adja meg valamelyiket a webáruház beállításaiban, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  408: {
    ...PRODUCT,
    name: 'DeliveryNotFound',
    title: { en: 'The delivery note is not in CO3', hu: 'A szállítólevél nem található a CO3-ban' },
    text: 'Non-existing delivery with the given id',
    fixedBy: 'accountant',
    points: { any: ['delivery_id'] },
    handling: PARKED,
    advice: {
      en: 'CO3 has no delivery note of this id. Look in CO3 whether it was deleted or merged. Make it again there by hand if it is needed; the invoice is not affected.',
      hu: 'A CO3-ban nincs ilyen azonosítójú szállítólevél. Nézze meg a CO3-ban, törölték-e vagy összevonták-e. Ha szükséges, készítse el újra kézzel; a számlát ez nem érinti.',
    },
  },
  412: {
    ...PRODUCT,
    name: 'NoPurchaseOrderExtension',
    title: { en: 'The CO3 account has no purchase orders', hu: 'A CO3-fiókban nincs beszerzési rendelés modul' },
    text: 'No purchase order extension.',
    fixedBy: 'co3-admin',
    alarm: true,
    places: ['co3.plan'],
    handling: 'Makes a letter of the one change and raises an alarm; five running hold the account.',
    advice: {
      en: 'The CO3 account has no purchase orders. Order CO3’s purchase order extension, or book the take-in by hand. Then `bridge dlq redrive ID`.',
      hu: 'A CO3-fiókban nincs beszerzési rendelés modul. Rendelje meg a CO3 beszerzési rendelés kiegészítőjét, vagy könyvelje a bevételezést kézzel. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  413: {
    ...PRODUCT,
    name: 'NoPurchaseOrderForProject',
    title: { en: 'No purchase order bears this project code', hu: 'Nincs beszerzési rendelés ezzel a projektkóddal' },
    text: 'No PO connected to the given project code:',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['project_code'] },
    handling: HELD,
    advice: {
      en: 'No purchase order in CO3 bears this project code. Compare the code with the one in CO3 (spaces and hyphens count), correct it in the settings or on the purchase order, then `bridge dlq redrive ID`.',
      hu: 'A CO3-ban egyetlen beszerzési rendelés sem viseli ezt a projektkódot. Vesse össze a kódot a CO3-ban lévővel (a szóköz és a kötőjel is számít), javítsa a beállításokban vagy a beszerzési rendelésen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  414: {
    ...PRODUCT,
    name: 'PurchaseOrderNotReceivable',
    title: { en: 'The purchase order does not wait for a take-in', hu: 'A beszerzési rendelés nem bevételezésre vár' },
    text: 'Not existing PO with this ID or the status of the PO is not waiting for take in',
    fixedBy: 'accountant',
    points: { any: ['po_id'] },
    handling: PARKED,
    advice: {
      en: 'The purchase order is not there or does not wait for a take-in. Open it in CO3: if it was taken in already, nothing need be done; if it is a draft, set it to waiting for take-in, then `bridge dlq redrive ID`.',
      hu: 'A beszerzési rendelés nem létezik, vagy nem bevételezésre vár. Nyissa meg a CO3-ban: ha már bevételezték, nincs teendő; ha még tervezet, állítsa bevételezésre váró állapotba, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  415: {
    ...PRODUCT,
    name: 'IncompleteWarehouseAddress',
    title: { en: 'The warehouse’s address is incomplete', hu: 'Hiányos a raktár címe' },
    text: 'All fields must be filled in if you give address to the warehouse.',
    fixedBy: 'settings',
    points: { any: ['country', 'zip', 'city', 'address'] },
    handling: HELD,
    advice: {
      en: 'A warehouse has either no address or a whole one. Fill in country, postcode, city and street of the warehouse in the settings, or empty all four, and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A raktárnak vagy nincs címe, vagy teljes címe van. Töltse ki a raktár országát, irányítószámát, városát és utcáját a beállításokban, vagy hagyja mind a négyet üresen, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  416: {
    ...PRODUCT,
    name: 'WarehouseNameTaken',
    title: { en: 'The warehouse’s name is taken', hu: 'Ez a raktárnév már foglalt' },
    text: 'This warehouse name is already exists.',
    fixedBy: 'settings',
    points: { any: ['warehouse_name'] },
    handling: HELD,
    advice: {
      en: 'CO3 has a warehouse of this name already. Use that one by its id in the settings, or choose another name, and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3-ban már van ilyen nevű raktár. Használja azt az azonosítójával a beállításokban, vagy válasszon másik nevet, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
} as const satisfies Record<number, Co3Code>;
