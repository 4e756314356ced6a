import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLineOf, plainTextOf } from '../../../lib/shops/plain-text.ts';

describe('plainTextOf', () => {
  it.each([
    ['', ''],
    ['<p></p>', ''],
    ['Bögre', 'Bögre'],
    ['<p>Egy</p><p>Kettő</p>', 'Egy\nKettő'],
    ['Egy<br>Kettő<br/>Három', 'Egy\nKettő\nHárom'],
    ['<ul>\n  <li>Egy</li>\n  <li class="x">Kettő</li>\n</ul>', 'Egy\nKettő'],
    ['<b>fél</b>kövér <a href="https://x.example">ide</a>', 'félkövér ide'],
    ['<preview>egy</preview> szó', 'egy szó'],
    [' sok \t köz&nbsp;&nbsp;itt \u00a0', 'sok köz itt'],
    ['egy\n sor', 'egy sor'],
    ['3 < 5 és 7 > 2', '3 < 5 és 7 > 2'],
    ['&lt;b&gt; &amp;lt; &quot;&apos;&#39;', "<b> &lt; \"''"],
    ['&Aacute;rv&iacute;zt&udblac;r&odblac; &amp; t&uuml;k&Ouml;r', 'Árvíztűrő & tükÖr'],
    ['&aacute;&Aacute;&odblac;&Udblac;&szlig;', 'áÁőŰß'],
    ['&#337;&#x151;&#x1F600;', 'őő😀'],
    ['&nincs; &#0; &#xD800; &#99999999; AT&T', '&nincs; &#0; &#xD800; &#99999999; AT&T'],
    ['1&frac12; m&sup2;', '1½ m²'],
    ['elő<!-- <p>rejtett</p> -->utó', 'elő utó'],
    ['elő<style>p { color: red }</style>utó<SCRIPT src="x">alert("<p>")</SCRIPT>vég', 'elő utó vég'],
    ['elő<!-- nyitva <b>marad</b>', 'elő'],
    ['nyitott <b', 'nyitott <b'],
  ])('says what %j says', (html, expected) => {
    expect(plainTextOf(html)).toBe(expected);
  });

  it('stops after 4,000 characters, and not within one', () => {
    const texts = [plainTextOf('á'.repeat(4_001)), plainTextOf(`${'á'.repeat(3_999)}😀`)];

    expect(texts).toStrictEqual(['á'.repeat(4_000), 'á'.repeat(3_999)]);
  });

  it('leaves no tag and no needless blank, whatever it is given', () => {
    const piece = fc.constantFrom('<', '>', '<!--', '-->', '<p>', '</p', '<script>', '&#', '&amp;', 'a', ' ', '\n');

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(plainTextOf(pieces.join(''))).not.toMatch(/<\/?p>|\s\s|^\s|\s$/);
      }),
    );
  });

  it.each(['<', '<p', '<!--', '<script', '&', '&#', '</', '\u00a0', ' \n', '<p '])(
    'goes but once through what repeats %j',
    (piece) => {
      expect(plainTextOf(piece.repeat(100_000)).length).toBeLessThanOrEqual(4_000);
    },
    5_000,
  );
});

describe('plainLineOf', () => {
  it('puts everything into one line', () => {
    expect(plainLineOf('Ship Your Idea &ndash; <br>Color: Black')).toBe('Ship Your Idea – Color: Black');
  });
});
