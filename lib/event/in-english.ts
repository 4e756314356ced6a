import en from 'zod/v4/locales/en.js';

/** Lets a schema say what is wrong in zod's own English, which `zod/mini` brings no words of by itself. */
export const IN_ENGLISH = { error: en().localeError };
