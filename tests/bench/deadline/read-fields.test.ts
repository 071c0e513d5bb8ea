import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fieldIn, filledIn, readFields } from './read-fields.ts'

const page = `<header><form action="/sign-out" method="post"><input type="hidden" name="_csrf" value="other"></form></header>
<main><form method="post" action="/x"><input type="hidden" name="_csrf" value="t">
<input type="hidden" name="version" value="3-0">
<textarea name="drivers" rows="5">a &lt; b &amp; &quot;c&quot;
d</textarea>
<input class="govuk-radios__input" name="joint" type="radio" value="yes" checked>
<input class="govuk-radios__input" name="joint" type="radio" value="no">
<input name="models" type="checkbox" value="mutual" checked><input name="models" type="checkbox" value="other">
<input name="cost" type="text" value="12,000"><input name="gone" type="text" value="x" disabled>
<select name="with"><option value="">Choose</option><option value="B" selected>Birch</option></select>
<button name="action" value="continue">Save</button></form></main>`

it('a form is sent as a browser sends it: what is filled in and chosen, and no button', () => {
  const fields = readFields(page) ?? []
  assert.deepEqual(fields, [
    ['_csrf', 't'],
    ['version', '3-0'],
    ['drivers', 'a < b & "c"\nd'],
    ['joint', 'yes'],
    ['models', 'mutual'],
    ['cost', '12,000'],
    ['with', 'B'],
  ])
  assert.equal(fieldIn(fields, 'version'), '3-0')
  const sent = filledIn(fields, { drivers: 'new', models: ['mutual', 'other'], action: 'continue' })
  assert.deepEqual(sent.getAll('models'), ['mutual', 'other'])
  assert.deepEqual([sent.get('drivers'), sent.get('joint'), sent.get('action')], ['new', 'yes', 'continue'])
  assert.equal(readFields('<main><p>Nothing to fill in</p></main>'), undefined)
})
