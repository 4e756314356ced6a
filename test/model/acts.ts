/** VAT percents that the model's goods bear. */
export type Vat = '27' | '5';

/** What a shop may have wrong, so that the order is refused until the shop or a person has mended it. */
export type Flaw = 'email' | 'payment' | 'tax-number';

/** What somebody does in the shop. Numbers are taken modulo what there is, and what cannot be done changes nothing but the time. */
export type Act =
  | { readonly do: 'touch' | 'pay' | 'fulfil' | 'refund-all' | 'unrefund' | 'uncancel' | 'move' | 'remail' }
  | {
      readonly do: 'refund';
      readonly line: number;
      readonly pieces: number;
      readonly shipping: boolean;
      readonly money: 'exact' | 'none' | 'less' | 'more';
    }
  | { readonly do: 'goodwill'; readonly minor: number }
  | { readonly do: 'take-off'; readonly line: number; readonly pieces: number }
  | { readonly do: 'add'; readonly unitMinor: number; readonly pieces: number; readonly vat: Vat }
  | { readonly do: 'cancel'; readonly money: boolean }
  | { readonly do: 'mend' | 'spoil'; readonly what: Flaw };
