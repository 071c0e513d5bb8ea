import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html, render, type SafeHtml } from './html.ts'
import { orderProblems } from './order-problems.ts'
import { problemSummary } from './patterns/index.ts'

const fields = html`<input id="name"><input id="starts-day"><input id="starts"><textarea id="why"></textarea>`
const pageWith = (...hrefs: string[]): SafeHtml =>
  html`${problemSummary(hrefs.map((href) => ({ text: `Enter ${href.slice(1)}`, ...(href !== '' && { href }) })))}${fields}`
const named = (main: SafeHtml): string[] =>
  [...render(orderProblems(main)).matchAll(/Enter ([a-z-]*)/g)].map(([, name]) => name ?? '')

describe('the problems of a page', () => {
  it('are named in the order of its fields', () => {
    assert.deepEqual(named(pageWith('#why', '#name', '#starts-day')), ['name', 'starts-day', 'why'])
  })

  it('are each kept, those of one field in the order that they had and those of none at the end', () => {
    const two = problemSummary([
      { text: 'Enter z', href: '#why' },
      { text: 'Enter nothing' },
      { text: 'Enter elsewhere', href: '#not-here' },
      { text: 'Enter b', href: '#starts' },
      { text: 'Enter a', href: '#starts' },
    ])
    assert.deepEqual(named(html`${two}${fields}`), ['b', 'a', 'z', 'nothing', 'elsewhere'])
  })

  it('change nothing of a page without any, and nothing but their order', () => {
    assert.equal(render(orderProblems(fields)), render(fields))
    assert.equal(render(orderProblems(pageWith('#why', '#name'))), render(pageWith('#name', '#why')))
  })
})
