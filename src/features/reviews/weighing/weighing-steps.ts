import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'
import { stageWords } from './weighing.messages.ts'
import { weighingPath } from './weighing.paths.ts'
import type { WeighingRound } from './weighing.store.ts'

/** What there is to do in weighing, for the overview of a review. */
export const weighingSteps = (
  { reference }: Review,
  round: Pick<WeighingRound, 'stage'> | undefined,
): readonly Step[] => [
  {
    href: weighingPath(reference),
    title: 'Weights and scores',
    hint: 'Each scorer weighs the criteria and scores the options alone; then all is opened and talked about.',
    state:
      round === undefined
        ? { text: 'Not begun', classes: 'govuk-tag--grey' }
        : round.stage === 'revealed'
          ? { text: stageWords.revealed.name }
          : { text: stageWords[round.stage].name, classes: 'govuk-tag--blue' },
  },
]
