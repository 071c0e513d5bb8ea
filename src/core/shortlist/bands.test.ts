import assert from 'node:assert/strict'
import { it } from 'node:test'
import { bandBy, chanceInHundred } from './bands.ts'

it('says no chance in hundredths that a band contradicts, and none that is a hundredth away', () => {
  // By the words on the page alone: clear in is 90 in 100 or more, clear out 10 in 100 or less, whatever the rank says.
  const sure = { best: 1, worst: 1, size: 5 }
  const unlikely = { best: 6, worst: 6, size: 5 }
  for (let step = 0; step <= 20_000; step += 1) {
    const chance = step / 20_000
    const said = chanceInHundred(chance)
    assert.equal(said >= 90, bandBy(sure, chance) === 'clear-in', `${chance} is said to be ${said}`)
    assert.equal(said <= 10, bandBy(unlikely, chance) === 'clear-out', `${chance} is said to be ${said}`)
    assert.ok(Math.abs(said - chance * 100) < 1, `${chance} is said to be ${said}`)
  }
  assert.deepEqual([0.895, 0.8999, 0.9, 0.105, 0.1001, 0.1].map(chanceInHundred), [89, 89, 90, 11, 11, 10])
})
