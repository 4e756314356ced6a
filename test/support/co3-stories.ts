import type { Story } from './co3-acts.ts';
import { COMMON_STORIES } from './co3-stories-common.ts';
import { FINANCE_STORIES } from './co3-stories-finance.ts';
import { PRODUCT_STORIES } from './co3-stories-product.ts';

/** One for each code of CO3's error page. */
export const STORIES: readonly Story[] = [...COMMON_STORIES, ...FINANCE_STORIES, ...PRODUCT_STORIES];
