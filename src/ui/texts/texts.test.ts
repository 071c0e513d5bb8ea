// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs stand here as text
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { findTexts } from './find-texts.ts'
import { formFor } from './form-for.ts'
import { readTokens, type Token } from './read-tokens.ts'
import type { Region, Text } from './text.ts'
import { translateSource } from './translate-source.ts'

const textsIn = ({ texts }: Region): readonly Text[] =>
  texts.flatMap((text) => [text, ...text.values.flatMap(textsIn), ...text.markup.flatMap(({ open }) => textsIn(open))])

const englishIn = (source: string): readonly string[] => textsIn(findTexts(source)).map(({ english }) => english)

const inWelsh = (source: string, words: Readonly<Record<string, string>>): string =>
  translateSource(source, findTexts(source), { tag: 'cy', translate: ({ english }) => words[english] })

const source = join(import.meta.dirname, '../..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('built'))
  .map((name) => readFileSync(join(source, name), 'utf8'))

describe('the tokens of a program', () => {
  it('and what is between them are the whole program, whatever it is', () => {
    for (const text of files) {
      const put = (tokens: readonly Token[], from: number, to: number): string => {
        let result = ''
        let at = from
        for (const token of tokens) {
          const between = text.slice(at, token.start)
          assert.equal(between.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '').trim(), '')
          result += between + text.slice(token.start, token.end)
          at = token.end
        }
        return result + text.slice(at, to)
      }
      assert.equal(put(readTokens(text), 0, text.length), text)
    }
  })

  it('know a string from a comment, a regular expression and a division', () => {
    const kinds = (text: string) => readTokens(text).map(({ kind }) => kind)
    assert.deepEqual(kinds("a = b / c / 'd'"), ['word', 'mark', 'word', 'mark', 'word', 'mark', 'string'])
    assert.deepEqual(kinds("a(/['\"`]/, 'd') // it's"), ['word', 'mark', 'regex', 'mark', 'string', 'mark'])
    assert.deepEqual(kinds('`a${`b${c}`}d`'), ['template'])
  })

  it('read escapes as the language does', () => {
    const written = String.raw`'a\'b\\c\u2019d\x41\n\u{1F600}'`
    const [token] = readTokens(written)
    assert.equal(token?.kind === 'string' && token.value, "a'b\\c\u2019dA\n\u{1F600}")
  })
})

describe('the texts of a program', () => {
  it('are sentences of its pages, with values and markup by number', () => {
    assert.deepEqual(
      englishIn('html`<p class="govuk-body">See <a href="${href}">the guide</a> of ${name}.</p>\n${rest}`'),
      ['See <1>the guide</1> of {1}.'],
    )
    assert.deepEqual(englishIn('html`<h1 class="x"><span class="govuk-caption-xl">${a}</span>Benefits</h1>`'), [
      'Benefits',
    ])
    assert.deepEqual(englishIn('html`<nav aria-label="Page before">${link}</nav>`'), ['Page before'])
  })

  it('are strings and templates that are prose, and the words that go into them', () => {
    assert.deepEqual(englishIn("const a = { text: 'due', title: `Confirm ${n} actuals` }"), [
      'due',
      'Confirm {1} actuals',
    ])
    assert.deepEqual(englishIn("`You have ${n === 1 ? 'one' : `${n} bids`} left`"), [
      'You have {1} left',
      'one',
      '{1} bids',
    ])
  })

  it('are nothing that a program compares, looks up, throws or sends to a database', () => {
    const codes = [
      "if (state === 'Not due yet') return",
      "case 'Not due yet':",
      "fields.get('Some name')",
      "throw new RangeError('This is our fault')",
      'sql`select count(*) from round where name is null`',
      "const a = { class: 'govuk-body app-wide', href: '/manage/funds', code: 'not-due' }",
      "import { a } from './Some file.ts'",
    ]
    assert.deepEqual(codes.flatMap(englishIn), [])
  })

  it('know what is counted where there is another text for one', () => {
    const [, other] = textsIn(
      findTexts("text: waiting === 1 ? 'Confirm 1 actual' : `Confirm ${words(waiting)} actuals`"),
    )
    assert.deepEqual([other?.english, other?.counts], ['Confirm {1} actuals', 1])
  })
})

describe('a program in another language', () => {
  it('is the same program when nothing is translated', () => {
    for (const text of files) {
      const same = translateSource(text, findTexts(text), { tag: 'en-GB', translate: () => undefined })
      assert.equal(same.replaceAll('"en-GB"', "'en-GB'"), text.replaceAll('"en-GB"', "'en-GB'"))
    }
  })

  it('puts values and markup where the translation says', () => {
    assert.equal(
      inWelsh('html`<p>See <a href="${href}">the ${kind}</a> of ${name}.</p>`', {
        'See <1>the {1}</1> of {2}.': '{2}: <1>{1} hwn</1>.',
      }),
      'html`<p>${name}: <a href="${href}">${kind} hwn</a>.</p>`',
    )
  })

  it('escapes the words of a translation: they are text wherever they stand', () => {
    const sly = '<script>alert(1)</script>`${x}\\'
    assert.equal(
      inWelsh('html`<p>Draft</p>`', { Draft: sly }),
      'html`<p>&lt;script&gt;alert(1)&lt;/script&gt;\\`\\${x}\\\\</p>`',
    )
    assert.equal(inWelsh("title: 'Draft'", { Draft: "it's\n`${x}`" }), 'title: "it\'s\\n`${x}`"')
    assert.equal(inWelsh('title: `Draft ${n}`', { 'Draft {1}': '{1} `${y}` \\' }), 'title: `${n} \\`\\${y}\\` \\\\`')
  })

  it('has the dates, numbers and lang of that language', () =>
    assert.equal(inWelsh("x.toLocaleString('en-GB')", {}), 'x.toLocaleString("cy")'))

  it('chooses among the plural forms of Welsh by the count', () => {
    const written = "text: n === 1 ? 'One bid' : `${n} bids`"
    const translated = translateSource(written, findTexts(written), {
      tag: 'cy',
      translate: ({ counts }) =>
        counts === undefined ? 'Un' : { by: counts, forms: { two: 'dau', other: '{1} o gynigion' } },
    })
    assert.equal(
      translated,
      'text: n === 1 ? "Un" : _formFor("cy", n, { two: () => `dau`, other: () => `${n} o gynigion` })',
    )
    const forms = { zero: () => 'z', two: () => 'tw', few: () => 'f', many: () => 'm', other: () => 'o' }
    assert.deepEqual(
      [0, 2, 3, 6, 7, '1,206'].map((count) => formFor('cy', count, forms)),
      ['z', 'tw', 'f', 'm', 'o', 'o'],
    )
  })

  it('refuses a value that its text does not have', () =>
    assert.throws(() => inWelsh('title: `Draft ${n}`', { 'Draft {1}': '{2}' }), RangeError))
})
