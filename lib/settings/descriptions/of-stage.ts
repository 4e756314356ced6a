import type { Descriptions } from './description.ts';

/** What holds for all accounts and shops of a stage. */
export const OF_STAGE: Descriptions = {
  keepBuyersDays: {
    says: 'how many days after its last change a finished order, or a closed letter, keeps its buyer’s data; the order’s ids, figures and documents stay. See [Buyers’ data](operations.md#buyers-data)',
    allowed: '`180`, from 30 to 3650',
  },
};
