import { COMMON, type Co3Code } from './row.ts';

/** The call as such: its form, its keys, the account's rights and plan. */
export const COMMON_CALL_CODES = {
  1: {
    ...COMMON,
    name: 'MissingXml',
    text: 'Missing XML',
    fixedBy: 'developer',
    handling: 'Makes a letter of the order and goes on with the next.',
    advice: {
      en: 'CO3 saw no XML in the request. Look at the call in the letter (`bridge dlq show ID`) and for a proxy that drops request bodies. Mend the cause, deploy, then `bridge dlq redrive ID`.',
      hu: 'A CO3 nem talált XML-t a kérésben. Nézze meg a hívást a levélben (`bridge dlq show ID`), és ellenőrizze, hogy nem hagyja-e el egy közbeiktatott proxy a kérés törzsét. Szüntesse meg az okot, telepítse a javítást, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  2: {
    ...COMMON,
    name: 'XmlSyntax',
    text: 'XML syntax error',
    fixedBy: 'developer',
    handling: 'Makes a letter of the order and goes on with the next.',
    advice: {
      en: 'CO3 could not read our XML. Take the call from the letter (`bridge dlq show ID`), find the character or element that breaks it and mend the XML writer (lib/co3). Deploy, then `bridge dlq redrive ID`.',
      hu: 'A CO3 nem tudta értelmezni a küldött XML-t. A levélben szereplő hívásban (`bridge dlq show ID`) keresse meg a hibás karaktert vagy elemet, és javítsa az XML előállítását (lib/co3). Telepítse a javítást, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  3: {
    ...COMMON,
    name: 'InvalidCommand',
    text: 'Invalid command',
    fixedBy: 'developer',
    places: ['settings.contract.{method}.method'],
    handling: 'Makes a letter of the order and goes on with the next; five running hold the account.',
    advice: {
      en: 'CO3 does not know the method that was called. Ask CO3 what the method is called for this account, put the name under the account’s `contract` in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'A CO3 nem ismeri a meghívott metódust. Kérdezze meg a CO3 ügyfélszolgálatát, mi a metódus neve ennél a fióknál, írja be a fiók `contract` beállításába az infra/shops.yml fájlban, telepítse, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  4: {
    ...COMMON,
    name: 'MissingParameter',
    text: 'Missing parameter',
    fixedBy: 'buyer-data',
    tail: 'field',
    handling: 'Makes a letter of the order and goes on with the next.',
    advice: {
      en: 'Something that CO3 requires is empty. Fill in the field named below: buyer’s data in the shop’s order, a `settings.…` path in infra/shops.yml (then deploy). A corrected order arrives by itself; otherwise `bridge dlq redrive ID`.',
      hu: 'Hiányzik egy adat, amelyet a CO3 kötelezően vár. Töltse ki a megnevezett mezőt: a vevő adatait a webáruház rendelésében, a `settings.…` kezdetű mezőt az infra/shops.yml fájlban (utána telepítsen). A javított rendelés magától beérkezik; ha nem, indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  5: {
    ...COMMON,
    name: 'InvalidApiKey',
    text: 'Invalid API key',
    scope: 'lane',
    fixedBy: 'co3-admin',
    places: ['secret.apiKey'],
    handling:
      'Reads the secret again once; if the key is still refused, holds the account and probes. No order becomes a letter.',
    advice: {
      en: 'Copy the API key from CO3 (Users & Settings, Account settings, Account data; Super Admin only) into `apiKey` of the account’s secret in AWS Secrets Manager. The account goes on by itself at the next probe, within 15 minutes.',
      hu: 'Másolja ki az API-kulcsot a CO3-ból (Users & Settings, Account settings, Account data; csak Super Admin látja) a fiók titkának `apiKey` mezőjébe az AWS Secrets Managerben. A feldolgozás a következő próbánál, legkésőbb 15 percen belül magától folytatódik.',
    },
  },
  6: {
    ...COMMON,
    name: 'InvalidSessionKey',
    text: 'Invalid session key',
    scope: 'call',
    fixedBy: null,
    handling: 'Signs in again and repeats the call once; refused again, it holds the account.',
    advice: {
      en: 'Nothing to do: the worker signs in again. If the account is held for it, somebody else probably signs in as the same user: give the bridge a CO3 user of its own.',
      hu: 'Nincs teendő: a rendszer újra bejelentkezik. Ha emiatt áll a fiók feldolgozása, valószínűleg más is ugyanezzel a felhasználóval jelentkezik be: hozzon létre a CO3-ban külön felhasználót a bridge számára.',
    },
  },
  7: {
    ...COMMON,
    name: 'AuthenticationFailed',
    text: 'Authentication error',
    scope: 'lane',
    fixedBy: 'co3-admin',
    places: ['secret.username', 'secret.password'],
    handling:
      'Reads the secret again once; if the sign-in is still refused, holds the account and probes. No order becomes a letter.',
    advice: {
      en: 'Sign in to CO3 by hand as the bridge’s user: is it active, has its password changed? Put the right `username` and `password` (plain, not hashed) into the account’s secret in AWS Secrets Manager. The account goes on by itself at the next probe.',
      hu: 'Próbáljon kézzel belépni a CO3-ba a bridge felhasználójával: aktív-e, nem változott-e meg a jelszava? Írja be a helyes `username` és `password` értéket (a jelszót nyílt szövegként, nem MD5 alakban) a fiók titkába az AWS Secrets Managerben. A feldolgozás a következő próbánál magától folytatódik.',
    },
  },
  8: {
    ...COMMON,
    name: 'TooManyRequests',
    text: 'Too many requests in the same time. Please try later!',
    scope: 'call',
    fixedBy: null,
    handling: 'Pauses a second and more, repeats the call at most five times, then holds the account. Never a letter.',
    advice: {
      en: 'Nothing to do: the call is made again. If it comes often, another program uses the same CO3 account or address: let it call less, CO3 takes two requests a second in all.',
      hu: 'Nincs teendő: a hívás megismétlődik. Ha gyakran előfordul, egy másik program is ugyanezt a CO3-fiókot vagy IP-címet használja: ritkítsa annak hívásait, mert a CO3 összesen másodpercenként két kérést fogad.',
    },
  },
  9: {
    ...COMMON,
    name: 'BannedAddress',
    text: 'Banned IP address',
    scope: 'lane',
    fixedBy: 'co3-admin',
    places: ['co3.address'],
    handling:
      'Holds every account, because the address is banned, and lets one probe go for all of them after the longest pause.',
    advice: {
      en: 'CO3 has banned the address that the bridge calls from. Stop other programs that call from it, then ask CO3’s support to lift the ban and what caused it. All accounts go on by themselves once a probe is answered.',
      hu: 'A CO3 letiltotta azt az IP-címet, amelyről a bridge hív. Állítsa le az erről a címről hívó többi programot, majd kérje a CO3 ügyfélszolgálatától a tiltás feloldását, és kérdezze meg az okát. Sikeres próba után minden fiók feldolgozása magától folytatódik.',
    },
  },
  10: {
    ...COMMON,
    name: 'SessionExpired',
    text: 'Your session key is expired. Please authenticate again!',
    scope: 'call',
    fixedBy: null,
    handling: 'Signs in again and repeats the call once.',
    advice: {
      en: 'Nothing to do: the worker signs in again.',
      hu: 'Nincs teendő: a rendszer újra bejelentkezik.',
    },
  },
  11: {
    ...COMMON,
    name: 'NotHttps',
    text: 'Your protocol of request is not HTTPS',
    scope: 'lane',
    fixedBy: 'settings',
    places: ['CO3_BASE_URL'],
    handling: 'Holds the account and probes. No order becomes a letter.',
    advice: {
      en: 'The base URL of CO3 is wrong. Set `CO3_BASE_URL` to an address that begins with https:// (CO3’s own is https://co3app.com/api/) and deploy. The account goes on by itself.',
      hu: 'Hibás a CO3 alapcíme. Állítsa a `CO3_BASE_URL` értékét https:// kezdetű címre (a CO3 saját címe: https://co3app.com/api/), majd telepítsen. A feldolgozás magától folytatódik.',
    },
  },
  18: {
    ...COMMON,
    name: 'PermissionDenied',
    text: 'Standard permission error',
    fixedBy: 'co3-admin',
    alarm: true,
    places: ['co3.rights.{method}'],
    handling: 'Makes a letter of the order and raises an alarm; five running hold the account.',
    advice: {
      en: 'The bridge’s user may not do this in CO3. Give that user the right for what the method does (contacts, invoices, products or stock) in CO3’s user settings, then `bridge dlq redrive ID` for every letter of this kind.',
      hu: 'A bridge felhasználójának nincs joga ehhez a művelethez a CO3-ban. Adja meg neki a szükséges jogosultságot (partnerek, számlák, termékek vagy készlet) a CO3 felhasználói beállításaiban, majd indítsa újra az összes ilyen levelet: `bridge dlq redrive ID`.',
    },
  },
  24: {
    ...COMMON,
    name: 'TrialPeriod',
    text: 'Your account is under trial period.',
    scope: 'lane',
    fixedBy: 'co3-admin',
    places: ['co3.plan'],
    handling: 'Holds the account and probes. No order becomes a letter.',
    advice: {
      en: 'A CO3 account on trial cannot be used by the API. Choose a paid plan in CO3. The account goes on by itself at the next probe; nothing is lost meanwhile.',
      hu: 'A próbaidőszakban lévő CO3-fiók nem használható API-n keresztül. Váltson előfizetéses csomagra a CO3-ban. A feldolgozás a következő próbánál magától folytatódik, közben semmi sem vész el.',
    },
  },
} as const satisfies Record<number, Co3Code>;
