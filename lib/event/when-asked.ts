/** Makes the value when it is first asked for, and keeps it: what takes long to make is not to delay the start of a function that may never need it. */
export const whenAsked = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
