import { kindPlural } from '../../../core/authorities/kind-words.ts'
import { type BrokenSpread, brokenSpread } from '../../../core/decisions/index.ts'
import { plainNames, type SpreadRule, spreadWords, tieBreakWords } from '../../../core/rules/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { poundsWords } from '../choosing/describe-portfolio.messages.ts'
import type { Standing } from './read-outcomes.ts'

const ruleOfSpread = (rule: SpreadRule): string => spreadWords(rule, { ...plainNames, kind: kindPlural })

/** The sealed rules by which awards are chosen, one on a line. */
export function sealedRuleLines({ run, deciding }: Pick<Standing, 'run' | 'deciding'>): readonly string[] {
  const { locked } = deciding.seal.document
  return [
    `At least ${locked.overallLeastPercent} of 100 to be awarded; at most ${poundsWords(run.input.capPounds ?? 0)} each`,
    ...locked.spread.map((rule) => capital(ruleOfSpread(rule))),
    `Equal scores: ${locked.tieBreaks.map((step) => tieBreakWords(step, locked.criteria)).join(', then ')}`,
  ]
}

/** The sealed limits of spread that the awards do not keep to, each with what there is instead. */
export const brokenSpreadLines = ({ run, outcomes }: Pick<Standing, 'run' | 'outcomes'>): readonly string[] =>
  brokenSpread(
    run.input,
    outcomes.filter(({ outcome }) => outcome === 'award').map(({ id }) => id),
  ).map(brokenWords)

function brokenWords({ rule, value, count }: BrokenSpread): string {
  const of = rule.basis === 'authority-type' ? kindPlural(value) : value
  return `${capital(ruleOfSpread(rule))}. There ${count === 1 ? 'is 1' : `are ${count}`} of ${of}`
}
