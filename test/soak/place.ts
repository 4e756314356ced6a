/** The only place of a shop that counts stock, and CO3's warehouse of it. */
export const PLACE = { shop: '655441491', co3: '1' } as const;
