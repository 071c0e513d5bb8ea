import { notFound } from '../../../core/errors.ts'
import { fieldsFor, type LetterOutcome, readTemplate, requiredFields } from '../../../core/letters/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { letterDocument } from './letter-document.ts'
import { isLetterOutcome, letterTitles } from './letter-outcomes.messages.ts'
import { fieldMark, fieldMeanings, letterProblemText } from './letters.messages.ts'
import { type LetterVersion, letterVersions } from './letters.store.ts'
import { standing } from './letters-in-force.ts'
import { outcomeMail } from './outcome-mail.messages.ts'
import { type LetterPreview, lettersPage } from './pages/letters.ts'
import { applicationsOf, type Previewed, previewLetter } from './preview-letter.ts'
import { type SaveLetterProblem, saveLetter } from './save-letter.ts'
import { standardLetters } from './standard-letters.messages.ts'
import { lettersPath } from './telling.paths.ts'
import { toldAtOf } from './telling.store.ts'

const address = '/manage/funds/:fund/:round/decisions/telling/letters/:outcome'

/** The texts of the letters about outcomes, for the programme team. */
export const lettersRoutes = (services: Services): Route[] => [
  get(address, 'decision:read', async (ask) => await showLetters(services, ask, await open(services, ask))),
  post(address, 'award:run', 'letter.saved', async (ask) => {
    const opened = await open(services, ask)
    const wanted = ask.form.line('do')
    if (wanted === 'preview' || wanted === 'pdf') return await preview(services, ask, opened, wanted)
    const { outcome, round } = opened
    const result = await saveLetter(services, {
      actor: ask.actor,
      path: { fundSlug: round.fund.slug, roundSlug: round.slug },
      outcome,
      text: ask.form.text('text'),
      seen: Number(ask.form.line('seen')) || 0,
      at: ask.receivedAt,
    })
    if (!result.ok) return await showLetters(services, ask, opened, { problems: result.problems })
    return seeOther(lettersPath(round.fund.slug, round.slug, outcome), { flash: 'The letter is saved.' })
  }),
]

type Opened = {
  readonly round: RoundInFund
  readonly outcome: LetterOutcome
  readonly versions: readonly LetterVersion[]
  readonly applications: readonly Previewed[]
  readonly of: Previewed | undefined
}

/** @throws {NotFound} where there is no such outcome, or the round is not theirs to look at */
async function open({ db }: Services, ask: Ask): Promise<Opened> {
  const path = { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') }
  const round = await findRound(db, ask.actor, 'decision:read', path)
  const outcome = param(ask, 'outcome')
  if (!isLetterOutcome(outcome)) throw notFound('letter')
  const versions = (await letterVersions(db, round.id)).filter((each) => each.outcome === outcome)
  const applications = await applicationsOf(db, round.id, outcome)
  const asked = ask.form.line('reference')
  const of = applications.find(({ reference }) => reference === asked) ?? applications[0]
  return { round, outcome, versions, applications, of }
}

async function preview(services: Services, ask: Ask, opened: Opened, wanted: 'preview' | 'pdf'): Promise<Answer> {
  const { round, outcome, of } = opened
  if (!may(ask.actor, 'award:run', round.fundId)) throw notFound('round')
  const read = readTemplate(ask.form.text('text'), outcome)
  if (!read.ok) return await showLetters(services, ask, opened, { problems: read.problems })
  const letter = await previewLetter(services.db, round, read.value, { outcome, of, at: ask.receivedAt })
  if (wanted === 'pdf') {
    const paper = letterDocument(letter, { at: ask.receivedAt, illustrative: round.illustrative })
    const body = await services.pdf.document(paper)
    return download({ name: `preview-${letter.reference}.pdf`, type: 'application/pdf', body })
  }
  const mail = outcomeMail(letter, { leads: true, origin: originForMail(services.config) })
  return await showLetters(services, ask, opened, { preview: { letter, mail, example: of === undefined } })
}

async function showLetters(
  { db }: Services,
  ask: Ask,
  { round, outcome, versions, applications, of }: Opened,
  {
    problems = [],
    preview: shown,
  }: { readonly problems?: readonly SaveLetterProblem[]; readonly preview?: LetterPreview } = {},
): Promise<Answer> {
  const now = standing(versions).find((each) => each.outcome === outcome)
  const told = (await toldAtOf(db, round.id)) !== null
  const typed = ask.form.has('text')
  const meanwhile = problems.some(({ code }) => code === 'saved-meanwhile')
  const page = lettersPage({
    round,
    title: letterTitles[outcome],
    standing: standingText(now?.version, { typed, told }),
    closed: told
      ? 'Everybody is told. The letters are as they were sent.'
      : may(ask.actor, 'award:run', round.fundId)
        ? ''
        : 'The programme team writes the letters.',
    text: typed ? ask.form.text('text') : (now?.text ?? ''),
    seen: typed && !meanwhile ? Number(ask.form.line('seen')) || 0 : (now?.version?.number ?? 0),
    fields: fieldsFor(outcome).map((field) => ({
      mark: fieldMark(field),
      meaning: fieldMeanings[field],
      required: requiredFields.includes(field),
    })),
    versions: [
      ...versions.map((each) => ({ heading: saved(each), text: each.text })),
      { heading: 'The standard text of the service', text: standardLetters[outcome] },
    ],
    applications: applications.map(({ reference, lead }) => ({ value: reference, text: `${reference}, ${lead}` })),
    chosen: of?.reference ?? '',
    preview: shown,
    errors: problems.map(letterProblemText),
    action: lettersPath(round.fund.slug, round.slug, outcome),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

/** Which text stands, and whether what is shown is it. */
function standingText(version: LetterVersion | undefined, { typed, told }: { typed: boolean; told: boolean }): string {
  if (typed) {
    const stands = version === undefined ? 'the standard text of the service' : `version ${version.number}`
    return `What is written below is not saved yet. Until it is, the letter is ${stands}.`
  }
  if (version !== undefined) return saved(version)
  return told
    ? 'This is the standard text of the service.'
    : 'This is the standard text of the service. You can change it.'
}

const saved = ({ number, savedAt, savedByName }: LetterVersion): string =>
  `Version ${number}, saved ${ukTime(savedAt)} by ${savedByName}`
