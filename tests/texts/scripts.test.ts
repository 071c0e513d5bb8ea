import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import type { SpokenLanguage } from '../../src/languages/load-in-language.ts'
import { modulesOfLanguage, modulesThatShow, readModules } from '../../src/languages/modules-of-language.ts'
import { scriptsInLanguage } from '../../src/languages/scripts-in-language.ts'
import { rulesOf } from '../../src/languages/translations.ts'
import { buildScripts, scriptsEntry } from '../../src/ui/assets/build-scripts.ts'
import { builtFolder, readAssets } from '../../src/ui/assets/manifest.ts'
import { type Expression, readTokens, type Token } from '../../src/ui/texts/read-tokens.ts'
import { accented } from '../support/accented.ts'
import { lastFirst } from '../support/last-first.ts'
import { testServer } from '../support/server.ts'
import { freshDatabase } from '../support/template.ts'
import { marked } from './marked.ts'

const life = lastFirst({ after })
const welsh: SpokenLanguage = { ...accented, offered: true }
const { app, visitor } = await testServer(life, await freshDatabase(life), { languages: [welsh] })
const scripts = await scriptsInLanguage(welsh.language)

const sizeOf = (name: string): number => readFileSync(join(builtFolder, name)).length
const fileOf = (address: string): string => address.replace('/assets/', '')

/** What the strings and templates of a program say, with a gap for each value. */
const stringsIn = (source: string, tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => {
    if (token.kind === 'string') return [token.value]
    if (token.kind !== 'template') return []
    const inside = token.expressions.flatMap((expression: Expression) => stringsIn(source, expression.tokens))
    return [token.strings.map(({ start, end }) => source.slice(start, end)).join('…'), ...inside]
  })

/** What nobody reads: places on a page, classes of elements, and what is thrown and caught. */
const unread = [/\[[\w-]+/, /^govuk-/, /^(?:autosave|a file) was answered with …$/]

type CountWords = { readonly countWords: () => { readonly i18n: { readonly wordsUnderLimit: unknown } } }

describe('the scripts of a page in another language', () => {
  it('say nothing outside the catalogue: every string of several words has its marks', () => {
    const modules = readModules(scriptsEntry)
    const translated = modulesOfLanguage(modules, marked)
    const loose = modulesThatShow(modules).flatMap(({ url, source }) => {
      const now = translated.get(url) ?? source
      return stringsIn(now, readTokens(now)).filter(
        (text) => /\p{L}{2,},? \p{L}{2,}/u.test(text) && !/\u27e6/.test(text),
      )
    })
    assert.deepEqual(
      loose.filter((text) => !unread.some((pattern) => pattern.test(text))),
      [],
    )
    assert.ok(translated.size >= 10)
  })

  it('cost English nothing', async () => {
    const { entry, files } = await buildScripts()
    assert.equal(`/assets/${entry}`, readAssets().script)
    for (const { name, content } of files) assert.ok(readFileSync(join(builtFolder, name)).equals(content))
    const all = files.map(({ content }) => new TextDecoder().decode(content)).join('\n')
    // What the package for browsers says stands there once, in the package.
    assert.equal(all.match(/words remaining/g)?.length, 2)
    assert.equal(all.match(/is highlighted/g)?.length, 1)
  })

  it('keep a first view within 60 KB with its page', () => {
    const { styles, favicon } = readAssets()
    const rest = [styles.plain, favicon.plain].reduce((sum, each) => sum + sizeOf(`${fileOf(each)}.gz`), 0)
    const entry = scripts.files.find(({ name }) => name === scripts.entry)
    assert.ok(rest + (entry?.gzip.length ?? 0) < 48_000)
  })

  it('are asked for by pages in that language, and by no others', async () => {
    const browser = visitor()
    const scriptOf = (body: string) => /<script type="module" src="([^"]+)">/.exec(body)?.[1]
    assert.equal(scriptOf((await browser.get('/cookies?lang=cy')).body), `/assets/${scripts.entry}`)
    assert.equal(scriptOf((await browser.get('/cookies?lang=en')).body), readAssets().script)
  })

  it('are served as those in English are, to every browser in what it takes', async () => {
    const ask = async (url: string, encoding: string) =>
      await app.inject({ url, headers: { 'accept-encoding': encoding } })
    for (const { name, content } of scripts.files)
      for (const [encoding, unpack] of [
        ['gzip, deflate, br', brotliDecompressSync],
        ['gzip, br;q=0', gunzipSync],
        ['identity', (bytes: Buffer) => bytes],
      ] as const) {
        const answer = await ask(`/assets/${name}`, encoding)
        assert.ok(unpack(answer.rawPayload).equals(content), `${name} as ${encoding}`)
      }
    const headersOf = async (url: string, encoding: string) => {
      const { headers, statusCode } = await ask(url, encoding)
      const kept = [
        'content-type',
        'content-encoding',
        'cache-control',
        'vary',
        'content-security-policy',
        'x-content-type-options',
      ]
      return [statusCode, ...kept.map((name) => headers[name])]
    }
    for (const encoding of ['br', 'gzip', ''])
      assert.deepEqual(
        await headersOf(`/assets/${scripts.entry}`, encoding),
        await headersOf(readAssets().script, encoding),
      )
  })

  it('count in every plural form of Welsh', async () => {
    const url = new URL('count-words.ts', scriptsEntry).href
    const forms = Object.fromEntries(rulesOf('cy').map((rule) => [rule, `${rule}: {1}`]))
    const translated = modulesOfLanguage(readModules(url), {
      tag: 'cy',
      translate: ({ counts }) => (counts === undefined ? 'one: 1' : { by: counts, forms }),
    })
    Object.assign(globalThis, { document: { documentElement: { lang: 'cy' } } })
    const { code: program } = await transform(translated.get(url) ?? '', { loader: 'ts' })
    const { countWords } = (await import(`data:text/javascript,${encodeURIComponent(program)}`)) as CountWords
    const expected = Object.fromEntries(rulesOf('cy').map((rule) => [rule, `${rule}: %{count}`]))
    assert.deepEqual(countWords().i18n.wordsUnderLimit, expected)
  })
})
