import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { everyone, type Name } from './cast.ts'
import { keyOf, openWorld, rowOf } from './open-world.ts'
import { rules } from './rules.ts'

const world = await openWorld({ after })

/** Somebody whom a route lets in. */
function readerOf(route: (typeof world.routes)[number]): Name | undefined {
  const { rule, reader } = rowOf(route)
  const ours: readonly Name[] = rules[rule].ours
  return reader ?? everyone.find((name) => ours.includes(name))
}

/** The form of a page in which the box stands that has a button “Search”, as its names and its box. */
function searchForm(body: string): { readonly field: string; readonly names: readonly string[] } | undefined {
  const forms = body.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((each) => /method="get"/.test(each) && /<button[^>]*>\s*Search\s*</.test(each))
  if (form === undefined) return undefined
  const names = [...form.matchAll(/<(?:input|select)\b[^>]*\bname="([^"]*)"/g)].map(([, name = '']) => name)
  const field = /<input\b(?=[^>]*\btype="(?:search|text)")[^>]*\bname="([^"]*)"/.exec(form)?.[1]
  assert.ok(field !== undefined, form)
  return { field, names }
}

it('every page with a search box says what to do where it is sent empty', async () => {
  const searched: string[] = []
  for (const route of world.routes) {
    const name = route.method === 'GET' && route.api === undefined && route.raw === undefined && readerOf(route)
    if (!name) continue
    const [browser, address] = [await world.as(name), await world.address(route)]
    const form = searchForm((await browser.get(address)).body)
    if (form === undefined) continue
    searched.push(keyOf(route))
    const empty = new URLSearchParams(form.names.map((each) => [each, each === form.field ? '  ' : '']))
    const { status, body } = await browser.get(`${address.split('?')[0]}?${empty}`)
    assert.equal(status, 400, `${keyOf(route)} says that it is wrong`)
    assert.match(body, /<title>Error: /, keyOf(route))
    assert.match(
      body,
      new RegExp(`There is a problem[\\s\\S]*href="#${form.field}">Enter what you are looking for`),
      keyOf(route),
    )
    assert.ok(body.includes(`id="${form.field}-error"`), `${keyOf(route)} says it beside the box too`)
  }
  assert.deepEqual(searched.sort(), [
    'GET /account/organisations',
    'GET /admin/people',
    'GET /admin/register',
    'GET /applications/:reference/partners',
    'GET /experts/:fund/answers',
    'GET /experts/:fund/ask',
    'GET /funds/:fund/:round/questions',
    'GET /manage/funds/:fund/funders/new',
    'GET /outbox',
    'GET /search',
  ])
})
