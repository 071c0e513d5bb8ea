import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type ResourceTyped, readResource } from './read-resource.ts'

const typed: ResourceTyped = {
  kind: 'case-study',
  title: 'A mutual',
  summary: 'What it was.',
  text: 'Words',
  author: 'Ann',
  licence: 'ogl-3',
  sourceUrl: 'https://example.org/a',
}

it('reads a resource with its licence and where it is from', () => {
  const read = readResource(typed)
  assert.deepEqual(read, { ok: true, value: typed })
})

it('says everything that is missing or no address of a page', () => {
  const blank = {
    kind: '',
    title: '',
    summary: '',
    text: ' ',
    author: '',
    licence: 'mine',
    sourceUrl: 'javascript:alert(1)',
  }
  const read = readResource(blank)
  assert.deepEqual(read.ok ? [] : read.problems.map((each) => ('field' in each ? each.field : each.code)), [
    'kind',
    'title',
    'summary',
    'text',
    'author',
    'licence',
    'not-an-address',
  ])
})
