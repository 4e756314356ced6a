export const CUSTOMER_VAT_TYPES = ['DOMESTIC', 'PRIVATE_PERSON', 'OTHER'] as const;
export type CustomerVatType = (typeof CUSTOMER_VAT_TYPES)[number];

/** The cases of VAT that no program may decide by itself; `domestic` needs no mapping. */
export const MAPPED_VAT_CASES = ['euBusiness', 'euConsumer', 'export', 'exempt', 'zero'] as const;
export type MappedVatCase = (typeof MAPPED_VAT_CASES)[number];
