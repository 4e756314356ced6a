import { type Co3Code, CRM } from './row.ts';

export const CRM_CODES = {
  201: {
    ...CRM,
    name: 'ContactNotAccessible',
    title: { en: 'The contact cannot be reached in CO3', hu: 'A partner nem érhető el a CO3-ban' },
    text: 'Permission problem or non-existing contact with the given id',
    scope: 'call',
    fixedBy: 'co3-admin',
    points: { any: ['contact_id'] },
    handling:
      'Makes the contact again, once per buyer, and repeats the call; refused again, the order becomes a letter.',
    advice: {
      en: 'CO3 does not show this contact to the bridge’s user. If the contact is there, give the user the right to see it (others’ contacts too); if it was merged or deleted, nothing need be restored. Then `bridge dlq redrive ID`.',
      hu: 'A bridge felhasználója nem éri el ezt a partnert a CO3-ban. Ha a partner létezik, adjon a felhasználónak jogot a megtekintésére (mások partnereire is); ha összevonták vagy törölték, nem kell visszaállítani. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  202: {
    ...CRM,
    name: 'DatabaseQueryError',
    title: { en: 'CO3’s database refused the request', hu: 'A CO3 adatbázisa elutasította a kérést' },
    text: 'Database query error',
    fixedBy: 'co3-admin',
    retried: true,
    handling:
      'A read or a contact is tried again later, up to five times, then the order becomes a letter. For a document the outcome counts as unknown, and a person decides.',
    advice: {
      en: 'CO3’s own database refused the call. Look for unusual characters (emoji, replacement signs) in the buyer’s name and address in the shop and correct them. If there are none, send the letter’s text and time to CO3’s support; when they have answered, `bridge dlq redrive ID`.',
      hu: 'A hívást a CO3 saját adatbázisa utasította el. Keressen szokatlan karaktereket (emoji, helyettesítő jel) a vevő nevében és címében a webáruházban, és javítsa őket. Ha nincs ilyen, küldje el a levél szövegét és időpontját a CO3 ügyfélszolgálatának; a válaszuk után indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  203: {
    ...CRM,
    name: 'UnknownContactOwner',
    title: { en: 'The contact’s owner is no user of CO3', hu: 'A partner felelőse nem létező CO3-felhasználó' },
    text: 'Bad "contact_owner" field! The following user not exists',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['contact_owner'] },
    handling: 'Makes a letter of the order; five running hold the account.',
    advice: {
      en: 'CO3 has no user of this name or id. Look the user up in CO3 (Users & Settings), put the right one into `contactOwner` of the shop in infra/shops.yml, or take the line out, and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3-ban nincs ilyen nevű vagy azonosítójú felhasználó. Keresse ki a felhasználót a CO3-ban (Users & Settings), írja be a helyes értéket a webáruház `contactOwner` beállításába az infra/shops.yml fájlban, vagy törölje a sort, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  204: {
    ...CRM,
    name: 'InvalidContactCategories',
    title: { en: 'A contact category does not exist in CO3', hu: 'A partnerkategória nem létezik a CO3-ban' },
    text: 'Invalid "contact_categories"! The correct categories are:',
    fixedBy: 'settings',
    tail: 'allowed',
    points: { any: ['contact_categories'] },
    handling: 'Makes a letter of the order; five running hold the account.',
    advice: {
      en: 'CO3 does not have all of these contact categories. Choose from the allowed ones in `contactCategories` of the shop in infra/shops.yml (or create the category in CO3) and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A megadott partnerkategóriák közül nem mindegyik létezik a CO3-ban. Válasszon a megengedettek közül a webáruház `contactCategories` beállításában az infra/shops.yml fájlban (vagy hozza létre a kategóriát a CO3-ban), és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  205: {
    ...CRM,
    name: 'ContactLimitReached',
    title: { en: 'The CO3 plan takes no more contacts', hu: 'A CO3-csomagba nem fér több partner' },
    text: 'You have reached the maximum number of contacts in your plan. Please change to a bigger plan.',
    fixedBy: 'co3-admin',
    alarm: true,
    places: ['co3.plan'],
    handling: 'Makes a letter of the order and raises an alarm. Buyers that CO3 knows already still pass.',
    advice: {
      en: 'The CO3 plan takes no more contacts. Change to a bigger plan in CO3, or delete contacts that are not needed. Then `bridge dlq redrive ID` for every letter of this kind.',
      hu: 'A CO3-csomagba nem fér több partner. Váltson nagyobb csomagra a CO3-ban, vagy törölje a felesleges partnereket. Ezután indítsa újra az összes ilyen levelet: `bridge dlq redrive ID`.',
    },
  },
  206: {
    ...CRM,
    name: 'ContactNameMissing',
    title: { en: 'The buyer has no name', hu: 'Hiányzik a vevő neve' },
    text: 'contact_lastname, contact_firstname or contact_firm nodes could not be empty in case of a new contact.',
    fixedBy: 'buyer-data',
    points: { any: ['contact_lastname', 'contact_firstname', 'contact_firm'] },
    handling: 'Predicts it and makes a letter without calling CO3.',
    advice: {
      en: 'The order names nobody: last name, first name and company are all empty. Enter the buyer’s name or company in the billing address of the shop’s order, and the order goes again by itself.',
      hu: 'A rendelésben nincs név: a vezetéknév, a keresztnév és a cégnév is üres. Írja be a vevő vagy a cég nevét a webáruház rendelésének számlázási címébe, és a rendelés magától újra elindul.',
    },
  },
} as const satisfies Record<number, Co3Code>;
