import { calibrationUses, calibrationWords } from '../../../core/rules/index.ts'
import { isYes, oneOf, options, type RuleSection, shown, whole, yesNo } from './rule-fields.messages.ts'

/** What is offered where nothing was said yet. */
const usualConfidence = { fairlySurePercent: 50, notSurePercent: 25 }

/** How scores of strict and lenient, sure and unsure assessors are compared. */
export const comparing: RuleSection = {
  slug: 'comparing',
  title: 'How scores are compared',
  intro: 'Whether the plain mean of the scores ranks, or an estimate that allows for strict and lenient assessors.',
  locked: true,
  fields: () => [
    {
      kind: 'choice',
      name: 'calibration',
      label: 'Strict and lenient assessors',
      options: options(calibrationUses, calibrationWords),
    },
    {
      kind: 'number',
      name: 'none-up-to',
      label: 'No estimate is made up to so many applications',
      limits: whole(1000),
    },
    {
      kind: 'choice',
      name: 'confidence',
      label: 'Do assessors say how sure they are of their scores?',
      hint: 'What they say counts in estimates alone: the plain mean counts all scores alike',
      group: 'How sure assessors are',
      options: yesNo,
    },
    {
      kind: 'number',
      name: 'fairly-sure',
      label: 'If so: scores of which they are fairly sure count',
      limits: { least: 1, most: 100, decimals: 0 },
      suffix: '%',
    },
    {
      kind: 'number',
      name: 'not-sure',
      label: 'If so: scores of which they are not sure count',
      limits: { least: 1, most: 100, decimals: 0 },
      suffix: '%',
    },
  ],
  values: ({ calibration: { use, noneUpTo, confidence } }) => ({
    calibration: use,
    'none-up-to': shown(noneUpTo),
    confidence: isYes(confidence !== undefined),
    'fairly-sure': shown(confidence?.fairlySurePercent ?? usualConfidence.fairlySurePercent),
    'not-sure': shown(confidence?.notSurePercent ?? usualConfidence.notSurePercent),
  }),
  apply: (rules, { number, text }) => ({
    ...rules,
    calibration: {
      use: oneOf(calibrationUses, text('calibration'), rules.calibration.use),
      noneUpTo: number('none-up-to') ?? 0,
      ...(text('confidence') === 'yes' && {
        confidence: {
          fairlySurePercent: number('fairly-sure') ?? usualConfidence.fairlySurePercent,
          notSurePercent: number('not-sure') ?? usualConfidence.notSurePercent,
        },
      }),
    },
  }),
}
