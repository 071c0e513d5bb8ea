import type { Match, PeerReason, ProfileField, ProfileProblem, Stage } from '../../../core/network/index.ts'
import { deliveryModels } from '../../../core/reviews/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { serviceAreaWords } from '../../assessment/index.ts'

export const stageWords: Readonly<Record<Stage, string>> = {
  starting: 'Starting the review',
  options: 'Comparing the options',
  decided: 'Decided on an option',
  'setting-up': 'Setting the new service up',
  running: 'Running the new service',
}

const areaWords: Readonly<Record<string, string>> = serviceAreaWords

export const areaNames = (ids: readonly string[]): readonly string[] => ids.map((id) => areaWords[id] ?? id)

export const modelNames = (ids: readonly string[]): readonly string[] =>
  ids.map((id) => deliveryModels.find((model) => model.id === id)?.name ?? id)

const lower = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.charAt(0).toLowerCase() + text.slice(1))

function reasonWords(reason: PeerReason): string {
  switch (reason.kind) {
    case 'area':
      return `reviews ${plainList(lower(areaNames(reason.areas)))} as you do`
    case 'model':
      return `considers ${plainList(lower(modelNames(reason.models)))} too`
    case 'ahead':
      return 'has come further than you'
    case 'level':
      return 'is as far as you'
  }
}

/** Why a council is a peer, as one sentence without its subject. @example 'reviews housing as you do and is as far as you' */
export const matchWords = ({ reasons }: Match): string => plainList(reasons.map(reasonWords))

const fields: Readonly<Record<ProfileField, string>> = {
  service: 'what you review',
  serviceAreas: 'the service areas',
  models: 'the delivery models',
  stage: 'how far you are',
  about: 'what you want peers to know',
  contact: 'whom to talk to',
}

export function profileProblemText(problem: ProfileProblem): FieldText {
  const what = fields[problem.field]
  switch (problem.code) {
    case 'missing':
      return fieldText(problem.field, problem.field === 'service' ? `Enter ${what}` : `Select ${what}`)
    case 'unknown':
      return fieldText(problem.field, `Select ${what} from the list`)
    case 'too-long':
      return fieldText(
        problem.field,
        `${what.charAt(0).toUpperCase()}${what.slice(1)} must be ${problem.most} characters or less`,
      )
  }
}
