const AS_PAIRS =
  'amp& lt< gt> quot" apos\' nbsp\u00a0 shy\u00ad ndash– mdash— hellip… bull• middot· lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» ' +
  'times× divide÷ plusmn± deg° sup2² sup3³ frac12½ frac14¼ frac34¾ euro€ pound£ cent¢ copy© reg® trade™ sect§ para¶ ' +
  'Aacuteá Eacuteé Iacuteí Oacuteó Uacuteú Oumlö Uumlü Odblacő Udblacű Aumlä Agraveà Egraveè Acircâ Ecircê Icircî Ocircô Ccedilç Ntildeñ ' +
  'Scaronš Zcaronž Ccaronč Rcaronř Ecaroně Yacuteý Lstrokł Zdotż Sacuteś Cacuteć Nacuteń Aogoną Eogonę';

/** What shops write by name, HTML's most usual and the letters of Hungarian and its neighbours; others stay as they are. */
export const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  // Has no capital of one character.
  ['szlig', 'ß'],
  ...AS_PAIRS.split(' ').flatMap((pair) => {
    const character = pair.slice(-1);
    const name = pair.slice(0, -1);
    const isLetter = /\p{L}/u.test(character);
    return isLetter
      ? [
          [name, character.toUpperCase()] as const,
          [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, character] as const,
        ]
      : [[name, character] as const];
  }),
]);
