/** Things by id with all their versions, so that a read can show what was there a while ago. */
export interface Store<T> {
  /** The id that the next new thing gets; asking takes none. */
  nextId(): number;
  put(id: number, value: T, at: number): void;
  /** As somebody does in CO3's own screens. */
  remove(id: number, at: number): void;
  get(id: number, asOf?: number): T | undefined;
  /** In the order of their making. */
  all(asOf?: number): readonly T[];
}

export const makeStore = <T>(): Store<T> => {
  const versions = new Map<number, { readonly at: number; readonly value: T | undefined }[]>();
  const get = (id: number, asOf = Number.POSITIVE_INFINITY): T | undefined =>
    versions.get(id)?.findLast(({ at }) => at <= asOf)?.value;
  const write = (id: number, value: T | undefined, at: number): void => {
    versions.set(id, [...(versions.get(id) ?? []), { at, value }]);
  };
  return {
    nextId: () => versions.size + 1,
    put: (id, value, at) => write(id, value, at),
    remove: (id, at) => write(id, undefined, at),
    get,
    all: (asOf) =>
      [...versions.keys()].flatMap((id) => {
        const value = get(id, asOf);
        return value === undefined ? [] : [value];
      }),
  };
};
