/** What a webhook of either event can tell of an order, as far as it is read here. */
export const ORDER_FIELDS: readonly string[] = [
  ...[
    ...['storeName', 'innerId', 'innerResourceId', 'firstname', 'lastname', 'phone', 'email'],
    ...['shippingFirstname', 'shippingLastname', 'shippingCompany', 'shippingAddress1', 'shippingAddress2'],
    ...['shippingCity', 'shippingCountryName', 'shippingPostcode', 'shippingMethodName'],
    ...['shippingNetPrice', 'shippingGrossPrice'],
    ...['paymentFirstname', 'paymentLastname', 'paymentCompany', 'paymentAddress1', 'paymentAddress2'],
    ...['paymentCity', 'paymentCountryName', 'paymentPostcode', 'paymentTaxnumber', 'paymentMethodName'],
    ...['paymentNetPrice', 'paymentGrossPrice', 'couponCode', 'couponGrossPrice', 'cartAmountDiscount'],
    ...['languageCode', 'comment', 'total', 'totalGross', 'taxPrice', 'currency'],
  ].map((name) => `order_${name}`),
  ...['status', 'statusText', 'comment'].map((name) => `orderHistory_${name}`),
  ...['innerId', 'name', 'sku', 'price', 'currency', 'taxRate', 'quantity'].map((name) => `orderProduct_${name}`),
];

/** What only the webhook of a new order can tell. */
export const CONFIRM_FIELDS: readonly string[] = ['order_paymentMethodCode', 'order_shippingCountryIsoCode2'];
