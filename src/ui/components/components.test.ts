import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { raw, render, type SafeHtml } from '../html.ts'
import * as built from './index.ts'
import { canonicalMarkup } from './same-markup.ts'

const folder = join(import.meta.dirname, '../../../node_modules/govuk-frontend/dist/govuk/components')

/** Components of govuk-frontend that have no function here. */
const notBuilt: readonly string[] = []

type Fixture = { readonly name: string; readonly options: unknown; readonly html: string }

const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** Options as our functions take them: what holds HTML by its name is SafeHtml. */
function typed(options: unknown, key = ''): unknown {
  if (typeof options === 'string') return /html$/i.test(key) ? raw(options) : options
  if (Array.isArray(options)) return options.map((item) => typed(item))
  if (options === null || typeof options !== 'object') return options
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      key === 'slots' && typeof value === 'string' ? raw(value) : typed(value, name),
    ]),
  )
}

function componentOf(name: string): ((options: unknown) => SafeHtml) | undefined {
  const camelCase = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return (built as unknown as Record<string, (options: unknown) => SafeHtml>)[camelCase]
}

describe('our components', () => {
  it('are all of govuk-frontend but those listed', () => {
    assert.deepEqual(
      names.filter((name) => componentOf(name) === undefined),
      notBuilt,
    )
  })

  for (const name of names) {
    const { fixtures } = JSON.parse(readFileSync(join(folder, name, 'fixtures.json'), 'utf8')) as {
      fixtures: readonly Fixture[]
    }
    const component = componentOf(name)
    if (component === undefined) continue
    describe(name, () => {
      for (const fixture of fixtures) {
        it(`writes what govuk-frontend writes: ${fixture.name}`, () => {
          assert.equal(canonicalMarkup(render(component(typed(fixture.options)))), canonicalMarkup(fixture.html))
        })
      }
    })
  }

  it('escape text and attributes in every option that is not HTML', () => {
    const attack = `"'><img src=x onerror=alert(1)>`
    for (const name of names) {
      const { fixtures } = JSON.parse(readFileSync(join(folder, name, 'fixtures.json'), 'utf8')) as {
        fixtures: readonly Fixture[]
      }
      for (const fixture of fixtures) {
        const markup = render(componentOf(name)?.(attacked(typed(fixture.options), attack)) ?? raw(''))
        assert.doesNotMatch(markup, /<img src=x/, `${name}: ${fixture.name}`)
      }
    }
  })
})

/** The same options with every text replaced. */
function attacked(options: unknown, attack: string): unknown {
  if (typeof options === 'string') return attack
  if (Array.isArray(options)) return options.map((item) => attacked(item, attack))
  if (options === null || typeof options !== 'object' || Object.getOwnPropertySymbols(options).length > 0)
    return options
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, attacked(value, attack)]))
}

describe('markup that a browser shows alike', () => {
  const same = (some: string, others: string) => assert.equal(canonicalMarkup(some), canonicalMarkup(others))
  const differ = (some: string, others: string) => assert.notEqual(canonicalMarkup(some), canonicalMarkup(others))

  it('is the same whatever the white space at the edges of blocks and the order of attributes', () => {
    same('<div>\n  <p class="a  b" id="c"> x\n y </p>\n</div>', '<div><p id=\'c\' class="a b">x y</p></div>')
    same('<p><a href="#"> x </a></p>', '<p><a href="#">x</a></p>')
  })

  it('differs by a space between words, in a textarea, by a class and by the order of elements', () => {
    differ('<p><b>x</b> y</p>', '<p><b>x</b>y</p>')
    differ('<textarea>x</textarea>', '<textarea> x</textarea>')
    differ('<p class="a">x</p>', '<p class="a b">x</p>')
    differ('<p><b></b><i></i></p>', '<p><i></i><b></b></p>')
    differ('<p hidden>x</p>', '<p>x</p>')
  })
})
