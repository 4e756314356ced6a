import { describe, expect, it } from 'vitest';
import { bad, code, facts, table, text, title } from '../../../../lib/cli/view/block.ts';
import { render, wantsColor } from '../../../../lib/cli/view/render.ts';

const PLAIN = { color: false, width: undefined };

it('parts its blocks by an empty line', () => {
  const drawn = render([title('Title'), facts(['a', '1'], ['long', '2']), code('<x>\n  <y/>\n</x>')], PLAIN);

  expect(drawn).toBe('Title\n\n  a     1\n  long  2\n\n  <x>\n    <y/>\n  </x>\n');
});

it('takes escape sequences out of every kind of block, also where it makes colours itself', () => {
  const evil = '\u001b[8mhidden\u001b]0;t\u0007';

  const drawn = render([title(evil), text(evil), bad(evil), facts([evil, evil]), table([evil], [[evil]]), code(evil)], {
    color: true,
    width: 80,
  });

  expect(drawn).not.toContain('\u001b[8m');
  expect(drawn).not.toContain('\u001b]');
  expect(drawn.match(/hidden/g)).toHaveLength(8);
});

it('paints titles, heads and tones alone', () => {
  const drawn = render([title('T'), text('plain'), bad('bad'), table(['h'], [['r']])], {
    color: true,
    width: undefined,
  });

  expect(drawn).toBe('\u001b[1mT\u001b[0m\n\nplain\n\n\u001b[31mbad\u001b[0m\n\n\u001b[1mh\u001b[0m\nr\n');
});

describe('colours', () => {
  it.each([
    ['are made at a terminal', true, {}, true],
    ['are not made for a pipe', false, {}, false],
    ['are not made where NO_COLOR is set', true, { NO_COLOR: '1' }, false],
    ['are made where NO_COLOR is empty', true, { NO_COLOR: '' }, true],
  ])('%s', (_, isTTY, env, wanted) => {
    expect(wantsColor(isTTY, env)).toBe(wanted);
  });
});
