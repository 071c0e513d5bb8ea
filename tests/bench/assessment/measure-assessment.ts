import { type Assignment, assign, brokenRule } from '../../../src/core/assignment/index.ts'
import { calibrate, studyScores } from '../../../src/core/calibration/index.ts'
import type { Solve } from '../../../src/core/solver/linear-program.ts'
import { understand } from '../../../src/core/understanding/index.ts'
import { predictions } from '../../reference/linear-prediction.ts'
import { type Row, shortest } from '../targets.ts'
import { gainLeft, totalByYalps } from './check-optimum.ts'
import { assignmentCase, impossibleCase, roundOf, scoresOf } from './instance.ts'

type Optimal = Extract<Assignment, { status: 'optimal' }>

function optimal(found: Assignment): Optimal {
  if (found.status !== 'optimal') throw new Error('a case that has an answer was called impossible')
  return found
}

function assigning(solve: Solve, size: readonly [number, number], target: number, byYalps: boolean): Row {
  const given = assignmentCase(...size)
  const { milliseconds, cpuMilliseconds, result } = shortest(3, () => optimal(assign(given, solve)))
  const gain = gainLeft(given, result.pairs)
  const other = byYalps ? totalByYalps(given) : result.total
  const broken = brokenRule(given, result.pairs)
  return {
    what: `Assignment of ${size[0]} to ${size[1]}`,
    targetMilliseconds: target,
    milliseconds,
    cpuMilliseconds,
    found: `total match ${result.total.toFixed(4)}`,
    check: `${byYalps ? `YALPS finds ${other.toFixed(4)}; ` : ''}no ring of exchanges gains (${gain.toFixed(4)})`,
    holds: gain === 0 && Math.abs(other - result.total) < 1e-6 && broken === undefined,
  }
}

/** Effort as a round has it: see `solve-round`. */
const effort = { halvings: 7, nodes: 200 }

function fairness(solve: Solve, size: readonly [number, number], target: number): Row {
  const given = assignmentCase(...size)
  const plain = optimal(assign(given, solve))
  const { milliseconds, cpuMilliseconds, result } = shortest(1, () =>
    optimal(assign({ ...given, objective: 'fair', effort }, solve)),
  )
  const broken = brokenRule(given, result.pairs)
  const worst = Math.min(
    ...given.applications.map((id, at) =>
      result.pairs
        .filter(([application]) => application === id)
        .reduce((sum, [, assessor]) => sum + (given.match[at]?.[Number(assessor.slice(1))] ?? 0), 0),
    ),
  )
  return {
    what: `Fairness pass of ${size[0]} to ${size[1]}`,
    targetMilliseconds: target,
    milliseconds,
    cpuMilliseconds,
    found: `worst-off ${plain.worst.toFixed(3)} → ${result.worst.toFixed(3)}, total ${plain.total.toFixed(2)} → ${result.total.toFixed(2)}${result.proven ? ', proven' : ''}`,
    check: `added up again, the worst-off has ${worst.toFixed(3)}; every rule is kept`,
    holds: broken === undefined && Math.abs(worst - result.worst) < 1e-6 && result.worst >= plain.worst,
  }
}

function impossible(solve: Solve): Row {
  const [given, application] = impossibleCase(300, 30)
  const { milliseconds, cpuMilliseconds, result } = shortest(3, () => assign(given, solve))
  const sentence = result.status === 'impossible' ? (result.because[0]?.text ?? '') : ''
  return {
    what: 'Cause of an impossible case, 300 to 30',
    targetMilliseconds: 500,
    milliseconds,
    cpuMilliseconds,
    found: sentence,
    check: `only ${application} has too few who may read it`,
    holds: sentence.includes(application),
  }
}

const draws = 4_000

function calibrating(): Row {
  const scores = scoresOf(300, 30)
  const given = { scores, scale: [0, 110] as const, places: 20, seed: 1, draws }
  const { milliseconds, cpuMilliseconds, result } = shortest(2, () => calibrate(given))
  const { variances } = studyScores(given)
  const { mean, quality } = predictions(scores, variances)
  const apart = Math.max(
    ...result.applications.map(({ estimate }, at) => Math.abs(estimate - mean - (quality[at] ?? 0))),
  )
  return {
    what: 'Calibration of 300 by 30',
    targetMilliseconds: 4_000,
    milliseconds,
    cpuMilliseconds,
    found: `R-hat ${result.rHat.toFixed(4)} after ${result.draws} draws in each of four chains`,
    check: `Henderson’s prediction is at most ${apart.toFixed(2)} of 100 away`,
    holds: result.rHat <= 1.01 && apart < 1,
  }
}

/** The total and each criterion after it: both within what the total alone may take. */
function diagnosing(): Row {
  const given = roundOf(300, 30)
  const { milliseconds, cpuMilliseconds, result } = shortest(2, () => understand(given))
  const studies = (result.criteria ?? []).flatMap(({ study }) => study ?? [])
  const apart = (result.criteria ?? []).map(({ criterion, study }) => {
    const scores = given.reviews.map((each) => [each.application, each.assessor, each.points[criterion] ?? 0] as const)
    const { quality = 1, leniency = 1, noise = 1 } = study?.sds ?? {}
    const predicted = predictions(scores, { quality: quality ** 2, leniency: leniency ** 2, noise: noise ** 2 })
    return Math.max(
      ...(study?.applications ?? []).map(({ estimate }, at) =>
        Math.abs(estimate - predicted.mean - (predicted.quality[at] ?? 0)),
      ),
    )
  })
  const rHat = Math.max(...studies.map((study) => study.rHat))
  return {
    what: 'The same with each of 5 criteria',
    targetMilliseconds: 4_000,
    milliseconds,
    cpuMilliseconds,
    found: `R-hat of the criteria at most ${rHat.toFixed(4)}`,
    check: `Henderson’s prediction is at most ${Math.max(...apart).toFixed(3)} of a point away`,
    holds: studies.length === 5 && rHat <= 1.01 && Math.max(...apart) < 0.1,
  }
}

/** Everything that is measured, one after another. */
export function measureAssessment(solve: Solve): readonly Row[] {
  return [
    assigning(solve, [300, 30], 150, true),
    assigning(solve, [1_000, 100], 1_500, false),
    assigning(solve, [2_000, 200], 5_000, false),
    fairness(solve, [300, 30], 5_000),
    fairness(solve, [1_000, 40], 20_000),
    impossible(solve),
    calibrating(),
    diagnosing(),
  ]
}
