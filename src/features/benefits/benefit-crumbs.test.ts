import assert from 'node:assert/strict'
import { it } from 'node:test'
import { awardCaption } from './benefit-crumbs.ts'

it('names the council above a page once', () => {
  const organisation = 'Exbridge Borough Council'
  assert.equal(awardCaption({ organisation, title: 'Youth hubs' }), 'Exbridge Borough Council: Youth hubs')
  assert.equal(awardCaption({ organisation, title: `Cohort Fund: ${organisation}` }), `Cohort Fund: ${organisation}`)
})
