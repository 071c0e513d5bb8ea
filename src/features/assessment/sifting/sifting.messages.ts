import type { EligibilityFinding, ScopeFinding, SiftStanding } from '../../../core/assessment/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { areasInWords, modelsInWords } from '../subjects.messages.ts'
import type { SiftPart, SiftSaid } from './compare-sift.ts'
import type { SiftProblem } from './record-sift.ts'
import type { ReceivedRow } from './sift.store.ts'

export const standingWords: Readonly<Record<SiftStanding, string>> = {
  late: 'Late',
  withdrawn: 'Withdrawn',
  duplicate: 'Duplicate',
  ineligible: 'Not eligible',
  'out-of-scope': 'Out of scope',
  scored: 'To be scored',
  open: 'Not sifted yet',
}

/** What is said once a finding is saved: also that something is left to decide. */
export const siftedText = (reference: string, standing: SiftStanding): string =>
  standing === 'open'
    ? `${reference} is saved, and not sifted yet: whether it is eligible or in scope is left to decide.`
    : `${reference} is sifted: ${standingWords[standing].toLowerCase()}.`

/** What counts say, in the order of the explanatory note. */
export const countWords: Readonly<Record<SiftStanding | 'received', string>> = {
  received: 'Received in all',
  late: 'Late, and not let in',
  duplicate: 'Duplicates',
  withdrawn: 'Withdrawn',
  ineligible: 'Not eligible by the rules',
  'out-of-scope': 'Out of scope',
  open: 'Not sifted yet',
  scored: 'To be scored',
}

/** Of an application that its applicant disowns, and of which nobody has said since what is to become of it. */
export const disownedWords = 'The applicant says that it is not theirs'

/** Of what is to be scored, what does not pass the rules. */
export const againstRulesWords = 'Of these, found eligible against the rules'

export const outcomeWords = {
  pass: 'Passes',
  'pass-with-caveats': 'Points to note',
  fail: 'Does not pass',
  none: 'No rules',
} as const

export const eligibilityWords: Readonly<Record<EligibilityFinding, string>> = {
  open: 'Not decided yet',
  eligible: 'Eligible',
  ineligible: 'Not eligible by the rules',
  duplicate: 'A duplicate of another application',
  withdrawn: 'Withdrawn after the deadline',
}

export const scopeWords: Readonly<Record<ScopeFinding, string>> = {
  open: 'Not decided yet',
  'in-scope': 'In scope',
  'out-of-scope': 'Out of scope',
}

const partWords: Readonly<Record<SiftPart, string>> = {
  eligibility: 'Is it eligible?',
  eligibilityReason: 'Why',
  scope: 'Is it in scope?',
  scopeReason: 'Why it is out of scope',
  serviceAreas: 'Service areas',
  deliveryModels: 'Delivery models',
  suppliers: 'Suppliers and mutuals',
}

/** Two sifts of one application, side by side where they differ. */
export type SiftsApart = {
  readonly by: string
  readonly rows: readonly { readonly part: string; readonly recorded: string; readonly yours: string }[]
}

/** What somebody recorded meanwhile beside what was sent. */
export const siftsApart = ({ recorded, yours, apart }: SiftedMeanwhile): SiftsApart => ({
  by: sifterOf(recorded),
  rows: apart.map((part) => {
    const [theirs, own] = [saidInWords(recorded, part), saidInWords(yours, part)]
    return { part: partWords[part], recorded: theirs, yours: own }
  }),
})

type SiftedMeanwhile = Extract<SiftProblem, { readonly code: 'sifted-meanwhile' }>

const sifterOf = ({ siftedBy }: Pick<ReceivedRow, 'siftedBy'>): string => siftedBy ?? 'The service'

function saidInWords(said: SiftSaid, part: SiftPart): string {
  const words = {
    eligibility: eligibilityWords[said.eligibility],
    eligibilityReason: said.eligibilityReason,
    scope: scopeWords[said.scope],
    scopeReason: said.scopeReason,
    serviceAreas: areasInWords(said.serviceAreas).join(', '),
    deliveryModels: modelsInWords(said.deliveryModels).join(', '),
    suppliers: said.suppliers.join(', '),
  }[part]
  return words.trim() === '' ? 'None' : words
}

export function siftProblemText(problem: SiftProblem): string {
  switch (problem.code) {
    case 'sifted-meanwhile':
      return `${sifterOf(problem.recorded)} sifted it at ${ukTime(problem.recorded.siftedAt ?? new Date(0))}, after you opened this page. Yours is not saved. Compare the two and choose`
    case 'eligibility-reason-missing':
      return 'Enter the reason why it is not scored'
    case 'reason-against-rules-missing':
      return 'Enter the reason why it is eligible although it does not pass the rules'
    case 'reason-disowned-missing':
      return 'Enter the reason why it is eligible although the applicant says that it is not theirs'
    case 'scope-reason-missing':
      return 'Enter the reason why it is out of scope'
    case 'too-long':
      return problem.field === 'suppliers'
        ? 'Enter at most 50 suppliers, each of at most 200 characters'
        : 'The reason must be 2,000 characters or less'
    case 'scoring-closed':
      return 'Scoring has closed, so the sift stands as it is'
    case 'none-chosen':
      return 'Select at least one application'
  }
}
