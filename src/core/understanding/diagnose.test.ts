import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { predictions } from '../../../tests/reference/linear-prediction.ts'
import { randomFrom } from '../random/random.ts'
import { type StudiedReview, type UnderstandingCase, understand } from './index.ts'

const criteria = ['need', 'outcomes', 'money']

/** Three reviews each of forty applications by eight assessors, of whom the first is severe on outcomes and on nothing else. */
function severeOnOutcomes(): readonly StudiedReview[] {
  const random = randomFrom(11, 9)
  return Array.from({ length: 40 }, (_, at) => {
    const level = criteria.map(() => 6 + 1.5 * random.normal())
    return [0, 1 + (at % 2), 3 + (at % 5)].map((next) => {
      const by = (at + next) % 8
      const points = criteria.map((id, of) => {
        const given = (level[of] ?? 0) + 0.5 * random.normal() - (by === 0 && id === 'outcomes' ? 2 : 0)
        return [id, Math.round(given * 100) / 100] as const
      })
      const total = points.reduce((sum, [, value]) => sum + value, 0)
      return { application: `E${at}`, assessor: `A${by}`, total, points: Object.fromEntries(points) }
    })
  }).flat()
}

const before: UnderstandingCase = {
  format: 1,
  criteria,
  scale: [0, 36],
  pointWorth: 3,
  places: 10,
  calibrationUse: 'advice',
  noneUpTo: 15,
  spreadPoints: 4,
  seed: 7,
  draws: 500,
  bootstraps: 50,
  reviews: severeOnOutcomes(),
  withoutReview: [],
}

const scales = criteria.map((criterion) => ({ criterion, scale: [0, 12] as const }))
const given: UnderstandingCase = { ...before, diagnosis: { draws: 2_000, scales } }

describe('criteria by themselves', () => {
  const { criteria: found = [], ...rest } = understand(given)

  it('show on which one an assessor is severe', () => {
    const far = found.flatMap(({ criterion, study }) =>
      (study?.assessors ?? []).filter((each) => each.probabilityFar > 0.95).map(({ id }) => `${id} ${criterion}`),
    )
    assert.deepEqual(far, ['A0 outcomes'])
    const outcomes = found.find(({ criterion }) => criterion === 'outcomes')?.study
    const severe = outcomes?.assessors.find(({ id }) => id === 'A0')
    assert.ok(severe && Math.abs(severe.leniency + 2) < 0.6, `${severe?.leniency}`)
    assert.ok(outcomes && outcomes.sds.leniency > 2 * (found[0]?.study?.sds.leniency ?? 1))
  })

  it('are estimated as Henderson’s equations predict for the same variances', () => {
    for (const { criterion, study } of found) {
      assert.ok(study && study.rHat <= 1.01)
      const scores = given.reviews.map(
        (each) => [each.application, each.assessor, each.points[criterion] ?? 0] as const,
      )
      const variances = {
        quality: study.sds.quality ** 2,
        leniency: study.sds.leniency ** 2,
        noise: study.sds.noise ** 2,
      }
      const { mean, quality } = predictions(scores, variances)
      study.applications.forEach(({ estimate }, at) => {
        assert.ok(Math.abs(estimate - mean - (quality[at] ?? 0)) < 0.12, `${criterion} ${at}`)
      })
    }
  })

  it('change an application by the mean of how far its assessors are from their peers', () => {
    for (const { study } of found) {
      const by = new Map(study?.assessors.map(({ id, leniency }) => [id, leniency]))
      for (const { id, change } of study?.applications ?? []) {
        const its = given.reviews
          .filter(({ application }) => application === id)
          .map(({ assessor }) => by.get(assessor) ?? 0)
        assert.ok(Math.abs(change + (its[0] ?? 0) / 3 + (its[1] ?? 0) / 3 + (its[2] ?? 0) / 3) < 3e-6)
      }
    }
  })

  it('leave every other number as it was before they were studied', () => {
    assert.equal(JSON.stringify(rest), JSON.stringify(understand(before)))
    assert.equal('criteria' in understand(before), false)
  })

  it('give the same for the same case, and each its own chances', () => {
    assert.equal(JSON.stringify(understand(given).criteria), JSON.stringify(found))
    const twice = {
      ...given,
      reviews: given.reviews.map((each) => ({ ...each, points: { ...each.points, need: each.points.money ?? 0 } })),
    }
    const [need, , money] = understand(twice).criteria ?? []
    assert.notDeepEqual(need?.study, money?.study)
  })

  it('say nothing of one on which all points are the same, and nothing at all where there are no estimates', () => {
    const equal = { ...given, reviews: given.reviews.map((each) => ({ ...each, points: { ...each.points, need: 4 } })) }
    assert.deepEqual(understand(equal).criteria?.[0], { criterion: 'need', study: null })
    assert.equal('criteria' in understand({ ...given, noneUpTo: 40 }), false)
  })
})
