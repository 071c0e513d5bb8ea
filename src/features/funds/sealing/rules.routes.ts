import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  type AssessmentRules,
  type CriterionTyped,
  compareFacts,
  criteriaOf,
  describeChosen,
  describeCriterion,
  describeSealed,
  describeWork,
  firstBands,
  moveCriterion,
  newCriterionId,
  putCriterion,
  type RuleNames,
  readCriterion,
  readOptionalNumber,
  removeCriterion,
  type Stage,
  type TypedProblem,
  typedCriterion,
} from '../../../core/rules/index.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { Words } from '../fields.messages.ts'
import { findRound, type RoundPath } from '../find-round.ts'
import { criterionPath, roundPagePath, ruleSectionPath } from '../funds.paths.ts'
import { kindWords } from '../invitations.messages.ts'
import { changeRules } from './change-rules.ts'
import { criterionPage } from './pages/criterion.ts'
import { type LockedRuleModel, lockedRulePage } from './pages/locked-rule.ts'
import { ruleSectionPage } from './pages/rule-section.ts'
import { rulesPage } from './pages/rules.ts'
import { sealPage } from './pages/seal.ts'
import { factsOfSection } from './pick-facts.ts'
import { documentNow, readSealing, type Sealing, sumQuestions } from './read-sealing.ts'
import type { RuleSection, SectionContext } from './rule-fields.messages.ts'
import { ruleSections } from './rule-sections.messages.ts'
import { funderStand, sealRules, shownHash } from './seal-rules.ts'
import {
  cancelledText,
  changeRulesProblemWords,
  lockedText,
  mendedOn,
  rulesProblemText,
  sealProblemWords,
  typedProblemWords,
} from './sealing.messages.ts'
import type { SealingSeams } from './sealing-seams.ts'

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const rulesPathOf = ({ fundSlug, roundSlug }: RoundPath): string => roundPagePath(fundSlug, roundSlug, 'rules')

const revisionOf = (form: FormBody): number =>
  /^\d{1,9}$/.test(form.line('revision')) ? Number(form.line('revision')) : 0

/** What kinds of body and questions are called. */
const namesOf = ({ form }: Sealing): RuleNames => ({
  kind: (kind) => (kindWords as Readonly<Record<string, string>>)[kind] ?? kind,
  question: (id) => form?.questions.find((each) => each.id === id)?.label ?? id,
})

async function showRules(services: Services, ask: Ask, errors: readonly Words[], status: number) {
  const path = pathOf(ask)
  const round = await findRound(services.db, ask.actor, 'fund:read', path)
  const sealing = await readSealing(services.db, round)
  const { rules, head } = sealing
  const facts = [...describeChosen(rules, namesOf(sealing)), ...describeWork(rules)]
  const page = rulesPage({
    round,
    rules,
    revision: sealing.revision,
    toDo: sealing.problems.map((problem) => ({ text: rulesProblemText(problem), href: hrefOf(path, problem) })),
    sealed: head && {
      version: head.version,
      sealedOn: ukDate(head.sealedAt),
      by: head.document.sealedBy,
      sha256: head.sha256,
    },
    changed: sealing.unsealed.length > 0,
    locked: sealing.locked,
    mayEdit: may(ask.actor, 'fund:edit', round.fundId),
    sections: ruleSections.map(({ slug, title, locked }) => ({
      slug,
      title,
      locked,
      facts: factsOfSection(slug, facts, rules),
    })),
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status })
}

function hrefOf({ fundSlug, roundSlug }: RoundPath, problem: Sealing['problems'][number]): string | undefined {
  const place = mendedOn(problem)
  if (place === undefined) return 'stage' in problem ? `#${problem.stage}` : undefined
  return 'section' in place
    ? ruleSectionPath(fundSlug, roundSlug, place.section)
    : criterionPath(fundSlug, roundSlug, place.stage, place.criterion)
}

function stageOf(ask: Ask): Stage {
  const stage = param(ask, 'stage')
  if (stage !== 'written' && stage !== 'interview') throw notFound('stage')
  return stage
}

function sectionOf(ask: Ask): RuleSection {
  const section = ruleSections.find(({ slug }) => slug === param(ask, 'section'))
  if (section === undefined) throw notFound('section')
  return section
}

function typedIn(form: FormBody): CriterionTyped {
  const count = form.names().filter((name) => /^band-\d{1,3}-points$/.test(name)).length
  return {
    name: form.line('name'),
    looksFor: form.text('looks-for'),
    weight: form.line('weight'),
    least: form.line('least'),
    questions: form.all('questions'),
    bands: Array.from({ length: Math.min(count, 50) }, (_, index) => ({
      points: form.line(`band-${index + 1}-points`),
      name: form.line(`band-${index + 1}-name`),
      guidance: form.line(`band-${index + 1}-guidance`),
    })),
  }
}

const firstTyped: CriterionTyped = typedCriterion({
  name: '',
  looksFor: '',
  questions: [],
  weightPercent: 0,
  leastPoints: null,
  bands: firstBands,
})

/** What was typed, with the revision that its page showed. */
type Shown<Typed> = { readonly typed: Typed; readonly revision: number; readonly errors: readonly Words[] }

/** Whether nobody changes a rule any more. @param locked whether it is one that stands once the round is public */
const isFixed = ({ round, locked: isPublic }: Sealing, locked: boolean): boolean =>
  round.cancelledAt !== null || (isPublic && locked)

const showLocked = (
  { round }: Sealing,
  rule: Pick<LockedRuleModel, 'title' | 'facts' | 'errors'>,
  status: number,
): Answer =>
  show(lockedRulePage({ round, why: round.cancelledAt === null ? lockedText : cancelledText, ...rule }), { status })

async function criterionForm(services: Services, ask: Ask, again: Shown<CriterionTyped> | undefined, status: number) {
  const path = pathOf(ask)
  const stage = stageOf(ask)
  const round = await findRound(services.db, ask.actor, 'fund:edit', path)
  const sealing = await readSealing(services.db, round)
  const { rules, revision, form } = sealing
  const id = param(ask, 'criterion')
  const isNew = id === 'new'
  const known = criteriaOf(rules, stage).find((each) => each.id === id)
  if (known === undefined && !isNew) throw notFound('criterion')
  const heading = known === undefined ? 'Add a criterion' : known.name
  if (isFixed(sealing, true)) {
    const facts = known === undefined ? [] : describeCriterion(known, namesOf(sealing))
    return showLocked(sealing, { title: heading, facts, errors: again?.errors ?? [] }, status)
  }
  const action = criterionPath(path.fundSlug, path.roundSlug, stage, id)
  const page = criterionPage({
    round,
    stage,
    heading,
    typed: again?.typed ?? (known === undefined ? firstTyped : typedCriterion(known)),
    questions: form?.questions ?? [],
    revision: again?.revision ?? revision,
    errors: again?.errors ?? [],
    action,
    removeAction: isNew ? null : `${action}/remove`,
    csrf: ask.csrf,
  })
  return show(page, { status })
}

async function saveCriterion(services: Services, ask: Ask) {
  const path = pathOf(ask)
  const stage = stageOf(ask)
  const typed = typedIn(ask.form)
  const revision = revisionOf(ask.form)
  const read = readCriterion(typed)
  const again = (errors: readonly Words[]) => criterionForm(services, ask, { typed, revision, errors }, 400)
  if (!read.ok) return again(read.problems.map(typedProblemWords))
  const id = param(ask, 'criterion')
  const result = await changeRules(services, {
    actor: ask.actor,
    path,
    revision,
    what: 'criterion-saved',
    change: (rules) =>
      putCriterion(rules, stage, { ...read.value, id: id === 'new' ? newCriterionId(rules, read.value.name) : id }),
    at: ask.receivedAt,
  })
  if (!result.ok) return again(result.problems.map(changeRulesProblemWords))
  return seeOther(rulesPathOf(path), { flash: 'The criterion is saved.' })
}

/** A change that needs nothing typed: what goes wrong is said on the page of the rules. */
async function changeNow(
  services: Services,
  ask: Ask,
  { what, flash, change }: { what: string; flash: string; change: (rules: AssessmentRules) => AssessmentRules },
) {
  const path = pathOf(ask)
  const request = { actor: ask.actor, path, revision: revisionOf(ask.form), what, change, at: ask.receivedAt }
  const result = await changeRules(services, request)
  if (!result.ok) return showRules(services, ask, result.problems.map(changeRulesProblemWords), 400)
  return seeOther(rulesPathOf(path), { flash })
}

const contextOf = ({ round, form }: Sealing): SectionContext => ({
  eligibleKinds: round.eligibleKinds,
  sumQuestions: form === undefined ? [] : sumQuestions(form),
})

async function sectionForm(
  services: Services,
  ask: Ask,
  again: Shown<Readonly<Record<string, string>>> | undefined,
  status: number,
) {
  const section = sectionOf(ask)
  const path = pathOf(ask)
  const round = await findRound(services.db, ask.actor, 'fund:edit', path)
  const sealing = await readSealing(services.db, round)
  const { rules, revision } = sealing
  if (isFixed(sealing, section.locked)) {
    const facts = factsOfSection(
      section.slug,
      [...describeChosen(rules, namesOf(sealing)), ...describeWork(rules)],
      rules,
    )
    return showLocked(sealing, { title: section.title, facts, errors: again?.errors ?? [] }, status)
  }
  const page = ruleSectionPage({
    round,
    title: section.title,
    intro: section.intro,
    fields: section.fields(rules, contextOf(sealing)),
    values: again?.typed ?? section.values(rules),
    revision: again?.revision ?? revision,
    errors: again?.errors ?? [],
    action: ruleSectionPath(path.fundSlug, path.roundSlug, section.slug),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

async function saveSection(services: Services, ask: Ask) {
  const section = sectionOf(ask)
  const path = pathOf(ask)
  const revision = revisionOf(ask.form)
  const round = await findRound(services.db, ask.actor, 'fund:edit', path)
  const sealing = await readSealing(services.db, round)
  const fields = section.fields(sealing.rules, contextOf(sealing))
  const typed = Object.fromEntries(fields.map(({ name }) => [name, ask.form.text(name)]))
  const again = (errors: readonly Words[]) => sectionForm(services, ask, { typed, revision, errors }, 400)
  const numbers = readNumbers(fields, typed)
  if (!numbers.ok) return again(numbers.problems.map(typedProblemWords))
  const read = {
    number: (name: string) => numbers.value.get(name) ?? null,
    text: (name: string) => (typed[name] ?? '').trim(),
  }
  const clashes = section.clashes?.(section.apply(sealing.rules, read)) ?? []
  if (clashes.length > 0) return again(clashes)
  const result = await changeRules(services, {
    actor: ask.actor,
    path,
    revision,
    what: section.slug,
    change: (now) => section.apply(now, read),
    at: ask.receivedAt,
  })
  if (!result.ok) return again(result.problems.map(changeRulesProblemWords))
  return seeOther(rulesPathOf(path), { flash: 'The rules are saved.' })
}

function readNumbers(
  fields: ReturnType<RuleSection['fields']>,
  typed: Readonly<Record<string, string>>,
): Result<ReadonlyMap<string, number | null>, TypedProblem> {
  const values = new Map<string, number | null>()
  const problems: TypedProblem[] = []
  for (const field of fields) {
    if (field.kind !== 'number') continue
    const { name, label, limits } = field
    const read = readOptionalNumber({ field: name, label, typed: typed[name] ?? '' }, limits)
    if (read.ok) values.set(name, read.value)
    else problems.push(...read.problems)
  }
  return problems.length === 0 ? done(values) : refused(...problems)
}

async function sealForm(
  services: Services,
  ask: Ask,
  typed: { readonly reason: string; readonly withoutReason: string },
  errors: readonly Words[],
  status: number,
) {
  const path = pathOf(ask)
  const round = await findRound(services.db, ask.actor, 'fund:edit', path)
  const sealing = await readSealing(services.db, round)
  const { head } = sealing
  const names = namesOf(sealing)
  const facts = describeSealed(documentNow(sealing), names)
  const stand = await funderStand(services, services.db, round)
  const page = sealPage({
    round,
    facts,
    changes: head === undefined ? [] : compareFacts(describeSealed(head.document, names), facts),
    again: head !== undefined,
    approved: stand.approvals.map(({ organisationName }) => organisationName),
    missing: stand.missing,
    toDo: sealing.problems.map(rulesProblemText),
    shown: shownHash(services, sealing),
    ...typed,
    errors,
    action: roundPagePath(path.fundSlug, path.roundSlug, 'rules/seal'),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

/** Writing the rules of a round, and sealing them. */
export function rulesRoutes(services: Services, seams: SealingSeams): Route[] {
  const rules = '/manage/funds/:fund/:round/rules'
  return [
    get('/manage/funds/:fund/:round/rules', 'fund:read', async (ask) => showRules(services, ask, [], 200)),
    get(`${rules}/criteria/:stage/:criterion`, 'fund:edit', async (ask) =>
      criterionForm(services, ask, undefined, 200),
    ),
    post(`${rules}/criteria/:stage/:criterion`, 'fund:edit', 'round.assessment-changed', async (ask) =>
      saveCriterion(services, ask),
    ),
    post(`${rules}/criteria/:stage/:criterion/move`, 'fund:edit', 'round.assessment-changed', async (ask) => {
      const [stage, id, by] = [
        stageOf(ask),
        param(ask, 'criterion'),
        ask.form.line('direction') === 'up' ? -1 : 1,
      ] as const
      const change = (now: AssessmentRules) => moveCriterion(now, stage, id, by)
      return changeNow(services, ask, { what: 'criterion-moved', flash: 'The order is saved.', change })
    }),
    post(`${rules}/criteria/:stage/:criterion/remove`, 'fund:edit', 'round.assessment-changed', async (ask) => {
      const [stage, id] = [stageOf(ask), param(ask, 'criterion')]
      const change = (now: AssessmentRules) => removeCriterion(now, stage, id)
      return changeNow(services, ask, { what: 'criterion-removed', flash: 'The criterion is removed.', change })
    }),
    get(`${rules}/sections/:section`, 'fund:edit', async (ask) => sectionForm(services, ask, undefined, 200)),
    post(`${rules}/sections/:section`, 'fund:edit', 'round.assessment-changed', async (ask) =>
      saveSection(services, ask),
    ),
    get(`${rules}/seal`, 'fund:edit', async (ask) =>
      sealForm(services, ask, { reason: '', withoutReason: '' }, [], 200),
    ),
    post(`${rules}/seal`, 'fund:edit', 'round.rules-sealed', async (ask) => {
      const path = pathOf(ask)
      const typed = { reason: ask.form.text('reason'), withoutReason: ask.form.text('without-reason') }
      const request = { actor: ask.actor, path, shown: ask.form.line('shown'), ...typed, at: ask.receivedAt }
      const result = await sealRules(services, seams, request)
      if (!result.ok) return sealForm(services, ask, typed, result.problems.flatMap(sealProblemWords), 400)
      return seeOther(rulesPathOf(path), { flash: `Version ${result.value.version} of the rules is sealed.` })
    }),
  ]
}
