/** Whether anything of the catalogue is kept for the shop. */
export const keepsGoods = ({ products, stock }: { readonly products?: unknown; readonly stock?: unknown }): boolean =>
  products !== undefined || stock !== undefined;
