import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Module, modulesThatShow, readModules } from '../../src/languages/modules-of-language.ts'
import { findTexts } from '../../src/ui/texts/find-texts.ts'
import type { Region, Text } from '../../src/ui/texts/text.ts'
import { knownInActions } from './known.ts'

const root = new URL('../../', import.meta.url).href
const modules = readModules(new URL('src/app.ts', root).href)
const shown = new Set(modulesThatShow(modules))

/** Where what is done for others is: these modules are the same in every language. */
const actions = [...modules.values()].filter(
  (module) => !shown.has(module) && /\/src\/features\/.*\/[\w-]+\.ts$/.test(module.url),
)

const textsIn = ({ texts }: Region): readonly Text[] =>
  texts.flatMap((text) => [text, ...text.values.flatMap(textsIn), ...text.markup.flatMap(({ open }) => textsIn(open))])

/** What is for people, and neither a code, a line of the log nor a key: it begins as sentences do, and has two words. */
const isSentence = (english: string): boolean => /^[^a-z]\S*\s+\S/u.test(english) && /[a-z]{2}/.test(english)

const placeOf = ({ url }: Module): string => url.slice(root.length)

/** The names that modules of words export: what can be said in each language. */
const sayable = new Set(
  [...modules.values()]
    .filter(({ url }) => url.endsWith('.messages.ts'))
    .flatMap(({ source }) =>
      [...source.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(([, name]) => name),
    ),
)

describe('what an action says', () => {
  it('stands in modules of words, where the catalogue finds it', () => {
    const said = actions.filter(
      ({ url, source }) =>
        !/\.store\.ts$|\/api-schemas\.ts$|standard-letters/.test(url) &&
        textsIn(findTexts(source)).some(({ english }) => isSentence(english)),
    )
    assert.deepEqual(said.map(placeOf).sort(), Object.keys(knownInActions).sort())
  })

  it('to others is said by what each language has its own of', () => {
    const said = actions.flatMap((module) =>
      [...module.source.matchAll(/\bsay\(\s*(\w+)\s*\)/g)].map(([, name]) => ({ name, place: placeOf(module) })),
    )
    assert.ok(said.length > 80, `${said.length}`)
    assert.deepEqual(
      said.filter(({ name }) => !sayable.has(name)),
      [],
    )
  })

  it('to others is never said in the language of whoever acts', () => {
    const mails = /(?<![\w.])([a-z]\w*(?:Mail|Message|Invitation|Letter))\(/g
    const direct = actions.flatMap((module) =>
      [...module.source.matchAll(mails)]
        .filter(([, name]) => sayable.has(name))
        .map(([, name]) => `${placeOf(module)}: ${name}`),
    )
    assert.deepEqual(direct, [])
  })
})
