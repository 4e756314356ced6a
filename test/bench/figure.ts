/** How far a figure may be from its floor, as a ratio of the two. */
export type Bar = { readonly most: number } | { readonly least: number };

/** One thing that was measured, beside the least that it could be. */
export interface Figure {
  readonly of: string;
  readonly unit: string;
  readonly measured: number;
  readonly floor: number;
  /** Measured to floor. */
  readonly ratio: number;
  /** Null where the figure is only told. */
  readonly bar: Bar | null;
}

export const toFigure = (measured: Omit<Figure, 'ratio'>): Figure => ({
  ...measured,
  ratio: measured.measured / measured.floor,
});

export const holds = (figure: Judged): boolean => isWithin(figure, 1);

/** Whether it is beyond 1.5 times the bar. Less than that may be the machine. */
export const isFarOff = (figure: Judged): boolean => !isWithin(figure, 1.5);

type Judged = Pick<Figure, 'ratio' | 'bar'>;

const isWithin = ({ ratio, bar }: Judged, slack: number): boolean => {
  if (bar === null) return true;
  return 'most' in bar ? ratio <= bar.most * slack : ratio >= bar.least / slack;
};
