export interface Co3Error {
  readonly code: number | null;
}
