import { expect, it } from 'vitest';
import { productBlocks } from '../../../../lib/cli/preview/goods-blocks.ts';
import { previewProduct } from '../../../../lib/cli/preview/preview-goods.ts';
import { toContract } from '../../../../lib/co3/contract-overrides.ts';
import type { ShopSettings } from '../../../../lib/settings/settings.ts';
import { aProduct, aShopOfGoods, aVariant } from '../../../support/goods.ts';
import { anAccount, aShop } from '../../../support/orders.ts';

const NAMELESS = aProduct({ variants: [aVariant({ sku: '' })] });

it('foretells no letter and no call of a product where the settings keep neither products nor stock', () => {
  const shown = preview(aShop());

  expect(shown).toContain('Nothing: the settings of the shop keep neither products nor stock.');
  expect(shown).not.toContain('It becomes a letter:');
});

it('foretells the letter of a variant without a SKU', () => {
  expect(preview(aShopOfGoods())).toContain('It becomes a letter:');
});

function preview(shop: ShopSettings): string {
  const contract = toContract({});
  if (!contract.ok) throw new Error(contract.problem);
  const deps = { shop, account: anAccount(), contract: contract.value, stage: 'test', now: 0 };
  return JSON.stringify(productBlocks(NAMELESS, previewProduct(NAMELESS, deps), shop, 'en'));
}
