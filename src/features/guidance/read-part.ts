import { kindPlural } from '../../core/authorities/kind-words.ts'
import { numberWords } from '../../core/forms/index.ts'
import { capital } from '../../core/text/capital.ts'
import { ukDate } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import { authorityNames, formVersionById } from '../forms/index.ts'
import type { RoundInFund } from '../funds/index.ts'
import { publishedAnswers } from './clarifications.store.ts'
import type { ReadableRound } from './find-round.ts'
import { type FormOutline, outlineForm } from './form-outline.ts'
import { blankFormPath, eligibilityPath, pagePath, questionsPath, type RoundAddress } from './guidance.paths.ts'
import { defaultTitle, type PartSlug } from './guidance-parts.ts'
import { publishedPages } from './pages.store.ts'
import { type ShownAnswer, shownAnswer } from './read-questions.ts'
import { type ShownRules, scoringRules } from './read-rules.ts'
import {
  assessmentFacts,
  awardWords,
  deadlineFact,
  type Fact,
  funderNames,
  hoursFacts,
  moneyFacts,
  oddsFacts,
  timetableFacts,
  whoMayLeadFact,
} from './round-facts.ts'
import { frameOf, type RoundFrame } from './round-frame.ts'
import { changedPage, type Update, updatesOfPage } from './round-updates.ts'
import { roundChanges } from './updates.store.ts'

/** One of the eight parts: what the programme team wrote, and below it what follows from how the round is set up. */
export type Part = {
  readonly frame: RoundFrame
  readonly slug: PartSlug
  readonly title: string
  readonly summary: string
  /** Markdown; empty until something is published. */
  readonly body: string
  readonly factsTitle: string
  readonly facts: readonly Fact[]
  readonly kinds: readonly string[]
  readonly form: OutlinedForm | undefined
  /** The questions that tell somebody whether they can apply; undefined where the round has none. */
  readonly screenerHref: string | undefined
  /** How applications are scored and chosen, on the page of scoring. */
  readonly rules: ShownRules | undefined
  readonly answers: readonly ShownAnswer[]
  readonly questionsHref: string
  readonly publishedOn: string | undefined
  readonly updatedOn: string | undefined
  readonly updates: readonly Update[]
}

/** The published form of a round, to read. */
export type OutlinedForm = FormOutline & {
  readonly version: number
  readonly publishedOn: string
  readonly sha256: string
  readonly blankHref: string
}

/** The parts that show what the round itself says, so that a change of it is news of theirs. */
const ownChanges: readonly PartSlug[] = ['timetable', 'form', 'am-i-eligible']

/** A part as it stands now: a fixed number of statements. The form is read once and then kept. */
export async function readPart({ db }: Pick<Services, 'db'>, readable: ReadableRound, slug: PartSlug): Promise<Part> {
  const { round, address } = readable
  const { titles, page } = await publishedPages(db, round.id, slug)
  const needsForm = slug === 'form' || slug === 'am-i-eligible' || slug === 'how-to-apply'
  const form = needsForm ? await outlinedForm({ db }, round, address) : undefined
  const answers = slug === 'faqs' ? (await publishedAnswers(db, round.id)).map(shownAnswer) : []
  const changes = ownChanges.includes(slug) ? await roundChanges(db, round.id) : []
  const own = changes.filter((change) => changedPage(change).slug === slug)
  const title = page?.title ?? defaultTitle(slug)
  const rules = slug === 'scoring' ? await scoringRules({ db }, readable) : undefined
  return {
    frame: frameOf(readable, slug, titles, title),
    slug,
    title,
    summary: page?.summary ?? '',
    body: page?.body ?? '',
    ...factsOf(slug, readable, form),
    kinds: slug === 'am-i-eligible' ? round.eligibleKinds.map((kind) => capital(kindPlural(kind))) : [],
    form,
    screenerHref: round.screenerVersionId === null ? undefined : eligibilityPath(address),
    rules,
    answers,
    questionsHref: questionsPath(address),
    publishedOn: page && ukDate(page.firstPublishedAt),
    updatedOn: page && page.changes.length > 1 ? ukDate(page.publishedAt) : undefined,
    updates: updatesOfPage(address, slug, page?.changes ?? [], own),
  }
}

async function outlinedForm(
  { db }: Pick<Services, 'db'>,
  round: RoundInFund,
  address: RoundAddress,
): Promise<OutlinedForm | undefined> {
  const version = round.formVersionId === null ? undefined : await formVersionById(db, round.formVersionId)
  if (version === undefined) return undefined
  return {
    ...outlineForm(version.definition, await authorityNames(db, version.definition)),
    version: version.number,
    publishedOn: version.publishedAt === null ? 'not yet' : ukDate(version.publishedAt),
    sha256: version.sha256,
    blankHref: blankFormPath(address),
  }
}

function factsOf(
  slug: PartSlug,
  { round, address, phase }: ReadableRound,
  form: OutlinedForm | undefined,
): { readonly factsTitle: string; readonly facts: readonly Fact[] } {
  const contact = contactFact(round)
  switch (slug) {
    case 'setting-the-scene':
      return {
        factsTitle: 'The fund in brief',
        facts: [{ key: 'Funded by', value: funderNames(round) }, ...moneyFacts(round.fund), deadlineFact(round)],
      }
    case 'how-to-apply':
      return {
        factsTitle: 'What you need to know',
        facts: [
          deadlineFact(round),
          whoMayLeadFact(round),
          ...hoursFacts(round, phase),
          ...formFact(form, address),
          ...contact,
        ],
      }
    case 'am-i-eligible':
      return { factsTitle: 'Who may lead an application', facts: [] }
    case 'strong-application':
      return {
        factsTitle: 'What you would get, and how likely it is',
        facts: [
          { key: 'An award is', value: capital(awardWords(round.fund)) },
          ...oddsFacts(round, phase),
          ...hoursFacts(round, phase),
          { key: 'How it is scored', value: 'Scoring criteria', href: pagePath(address, 'scoring') },
        ],
      }
    case 'scoring':
      return {
        factsTitle: 'How applications are read',
        facts: [...assessmentFacts(round, phase), ...oddsFacts(round, phase)],
      }
    case 'timetable':
      return { factsTitle: 'Dates', facts: timetableFacts(round, phase) }
    case 'form':
      return { factsTitle: 'Before you start', facts: [...hoursFacts(round, phase), deadlineFact(round)] }
    case 'faqs':
      return { factsTitle: '', facts: [] }
  }
}

function formFact(form: OutlinedForm | undefined, address: RoundAddress): readonly Fact[] {
  if (form === undefined) return []
  const words =
    form.mostWords === 0
      ? ''
      : form.mostWords === 1
        ? ', at most 1 word in all'
        : `, at most ${numberWords(form.mostWords)} words in all`
  const value = `${form.questionCount === 1 ? '1 question' : `${numberWords(form.questionCount)} questions`} on ${form.pages.length === 1 ? '1 page' : `${numberWords(form.pages.length)} pages`}${words}`
  return [{ key: 'The form', value, href: pagePath(address, 'form') }]
}

const contactFact = ({ contactEmail }: RoundInFund): readonly Fact[] =>
  contactEmail === '' ? [] : [{ key: 'Contact', value: contactEmail, href: `mailto:${contactEmail}` }]
