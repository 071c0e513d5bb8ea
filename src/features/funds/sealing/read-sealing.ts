import type { RoundInFund } from '../../../core/rounds/round.ts'
import {
  type AssessmentRules,
  changedParts,
  checkRules,
  type FormSeal,
  firstRules,
  type GateAnswer,
  openGates,
  type RulesProblem,
  type SealedDocument,
  type SealedPart,
  sealedDocument,
  sealedParts,
} from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import {
  gateAnswersOf,
  rulesDraftOf,
  type Seal,
  type SealableForm,
  type SealableQuestion,
  sealableForms,
  sealOf,
} from './sealing.store.ts'

/** A round's rules as they stand: what is written, what is sealed, and what keeps them from each other. */
export type Sealing = {
  readonly round: RoundInFund
  readonly rules: AssessmentRules
  readonly revision: number
  readonly form: SealableForm | undefined
  readonly screener: SealableForm | undefined
  readonly problems: readonly RulesProblem[]
  readonly gates: readonly GateAnswer[]
  readonly gatesPassed: boolean
  /** The version that counts. */
  readonly head: Seal | undefined
  /** What a seal now would change of that version; every part where there is none. */
  readonly unsealed: readonly SealedPart[]
  /** Whether what decides who may apply and who is awarded stands for good. */
  readonly locked: boolean
}

/** What a seal now would be of, without who made it and when. */
export type Sealable = Pick<SealedDocument, SealedPart>

const formSeal = (form: SealableForm | undefined): FormSeal | null =>
  form === undefined ? null : { versionId: form.versionId, number: form.number, sha256: form.sha256 }

const nothingYet = {
  version: 1,
  previousSha256: null,
  sealedAt: new Date(0),
  sealedBy: '',
  reason: '',
  approvals: [],
  withoutApproval: null,
} as const

/** The document as it would be sealed now. */
export function documentNow(
  { round, rules, form, screener }: Pick<Sealing, 'round' | 'rules' | 'form' | 'screener'>,
  facts: Parameters<typeof sealedDocument>[1] = nothingYet,
): SealedDocument {
  return sealedDocument({ fund: round.fund, round, rules, form: formSeal(form), screener: formSeal(screener) }, facts)
}

/** Four statements, whatever the rules are. */
export async function readSealing(db: Database | Tx, round: RoundInFund): Promise<Sealing> {
  const draft = await rulesDraftOf(db, round.id)
  const forms = await sealableForms(db, [round.formVersionId, round.screenerVersionId])
  const gates = await gateAnswersOf(db, round.id)
  const head = await sealOf(db, round.id)
  const form = forms.get(round.formVersionId ?? '')
  const screener = forms.get(round.screenerVersionId ?? '')
  const rules = draft?.rules ?? firstRules
  const locked = head !== undefined && round.publishedAt !== null
  const problems = checkRules(rules, {
    questions: form?.questions.map(({ id }) => id),
    ...(form !== undefined && !locked && { sumQuestions: sumQuestions(form).map(({ id }) => id) }),
    places: round.fund.places,
    eligibleKinds: round.eligibleKinds,
    panelMembers: round.panelMembers,
  })
  const now = documentNow({ round, rules, form, screener })
  return {
    round,
    rules,
    revision: draft?.revision ?? 0,
    form,
    screener,
    problems,
    gates,
    gatesPassed: openGates(round.fund.awardType, gates).length === 0,
    head,
    unsealed: head === undefined ? sealedParts : changedParts(head.document, now),
    locked,
  }
}

/** The questions of a form for one sum of money. */
export const sumQuestions = ({ questions }: SealableForm): readonly SealableQuestion[] =>
  questions.filter(({ type }) => type === 'money')

/** Whether a round may be published as far as gates and seal go. */
export const publishFacts = (
  { gatesPassed, head, unsealed }: Sealing,
  at: Date,
): { readonly at: Date; readonly gatesPassed: boolean; readonly rulesSealed: boolean } => ({
  at,
  gatesPassed,
  rulesSealed: head !== undefined && unsealed.length === 0,
})

/** Questions whose answers the sealed rules of a public round read: those that no version of its form may lose. */
export async function questionsOfSealedRules(
  db: Database | Tx,
  { id, publishedAt }: Pick<RoundInFund, 'id' | 'publishedAt'>,
): Promise<readonly string[]> {
  const head = publishedAt === null ? undefined : await sealOf(db, id)
  if (head === undefined) return []
  const { criteria, sumAsked = '' } = head.document.locked
  return [...new Set([...criteria.flatMap(({ questions }) => questions), ...(sumAsked === '' ? [] : [sumAsked])])]
}
