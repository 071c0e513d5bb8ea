import { notFound } from '../../../core/errors.ts'
import { anonymousBands } from '../../../core/results/index.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Answer, download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath, openApplication } from '../../applications/index.ts'
import { toldShortlist, whenText } from '../../assessment/index.ts'
import { roundById, sealOf } from '../../funds/index.ts'
import { awardPath } from '../awarding/awarding.paths.ts'
import { complainPath } from '../complaints/complaints.paths.ts'
import { ownDebriefPath } from '../debriefs/debriefs.paths.ts'
import { type Decision, decisionOf } from '../deciding/decision.store.ts'
import { ownInterviewPath } from '../interviewing/interviewing.paths.ts'
import { interviewingOf } from '../interviewing/interviewing.store.ts'
import { letterDocument } from '../telling/letter-document.ts'
import { letterOf } from '../telling/letters.store.ts'
import { listSteps } from './list-steps.ts'
import { letterPath } from './outcome.paths.ts'
import { cameOf } from './outcome.store.ts'
import { type DecisionPart, type OutcomeModel, outcomePage, type ShortlistPart } from './pages/outcome.ts'

/** What came of an application, as its people read it, once all are told. */
export const outcomeRoutes = (services: Services): Route[] => [
  get('/applications/:reference/outcome', 'application:write', async (ask) => await showOutcome(services, ask)),
  get('/applications/:reference/outcome/letter', 'application:write', async (ask) => {
    const { application, round, came } = await open(services.db, ask)
    const letter = await letterOf(services.db, application.id)
    if (letter === undefined || came.decisionToldAt === null) throw notFound('letter')
    const paper = letterDocument(letter, { at: came.decisionToldAt, illustrative: round.illustrative })
    const body = await services.pdf.document(paper)
    return download({ name: `${letter.reference}-decision.pdf`, type: 'application/pdf', body })
  }),
]

/** @throws {NotFound} for anybody else, and where nothing was submitted */
async function open(db: Database, ask: Ask) {
  const asked = { reference: param(ask, 'reference'), questions: [], need: 'read', at: ask.receivedAt } as const
  const { application, access } = await openApplication(db, ask.actor, asked)
  const round = await roundById(db, application.roundId)
  const came = await cameOf(db, application.id)
  if (round === undefined || came === undefined) throw notFound('outcome')
  return { application, access, round, came }
}

type Opened = Awaited<ReturnType<typeof open>>

async function showOutcome({ db }: Services, ask: Ask): Promise<Answer> {
  const opened = await open(db, ask)
  const { application, access, round, came } = opened
  const { reference } = application
  const shortlist = await shortlistPart(db, opened)
  const decision = await decisionPart(db, opened)
  return show(
    outcomePage({
      reference,
      illustrative: round.illustrative,
      applicationHref: applicationPath(reference),
      heading: came.letterTitle ?? (shortlist === undefined ? 'No outcome yet' : shortlistHeading(shortlist)),
      steps: listSteps(came, { reference, access, shortlisted: shortlist?.shortlisted }),
      shortlist,
      decision,
      asks: access === 'write' ? asksOf(reference, decision !== undefined) : [],
      waits:
        shortlist === undefined && decision === undefined
          ? whenText(round.shortlistOn) || 'The date for telling applicants is not decided.'
          : '',
    }),
  )
}

/** A debrief is there for what was decided, a complaint for whatever was done. */
const asksOf = (reference: string, decided: boolean): OutcomeModel['asks'] => [
  ...(decided ? [{ text: 'Ask for a debrief', href: ownDebriefPath(reference) }] : []),
  { text: 'Complain about how the application was dealt with', href: complainPath(reference) },
]

/** What the shortlist meant, once everybody is told of the decision. */
const wentOn = 'It was on the shortlist, and went on to the decision. The letter below says what was decided.'

type Stands = { readonly held: boolean; readonly closedAt: Date | null; readonly came: Opened['came'] }

/** What comes next of an application on the shortlist. @param first what was said when the shortlist was told */
function nextOf(first: string, { held, closedAt, came }: Stands): string {
  if (came.decisionToldAt !== null) return wentOn
  if (!held) return first
  if (closedAt !== null) return 'Interviews are over. The decision about awards comes next: nothing is awarded yet.'
  return came.interviewAt === null
    ? first
    : 'You are invited to an interview: see “Your interview” for its time and place.'
}

const shortlistHeading = ({ shortlisted }: ShortlistPart): string =>
  `Your application is ${shortlisted ? '' : 'not '}on the shortlist`

async function shortlistPart(db: Database, { application, round, came }: Opened): Promise<ShortlistPart | undefined> {
  const told = await toldShortlist(db, application, round)
  if (told === undefined) return undefined
  const { held, closedAt } = await interviewingOf(db, round.id)
  const next = told.shortlisted ? nextOf(told.next, { held, closedAt, came }) : told.next
  const invites = told.shortlisted && held && closedAt === null && came.interviewAt === null
  return { ...told, next, interviewHref: invites ? ownInterviewPath(application.reference) : undefined }
}

async function decisionPart(db: Database, { application, access, round }: Opened): Promise<DecisionPart | undefined> {
  const letter = await letterOf(db, application.id)
  const decision = await decisionOf(db, round.id)
  if (letter === undefined || decision === undefined || decision.toldAt === null) return undefined
  const { reference } = application
  return {
    blocks: letter.blocks,
    awardHref: letter.outcome === 'award' && access === 'write' ? awardPath(reference) : undefined,
    letterHref: letterPath(reference),
    own: await ownScore(db, reference, decision),
    spread: anonymousBands(decision.document.scores.map(({ totalPercent }) => totalPercent)),
  }
}

/** The score of an application itself, where the sealed rules show it to its people. */
async function ownScore(db: Database, reference: string, { roundId, document }: Decision): Promise<string> {
  const seal = await sealOf(db, roundId)
  const score = document.scores.find((each) => each.reference === reference)
  if (seal === undefined || score === undefined) return ''
  if (rulesIn(seal.document).visibility.applicantsScores !== 'with-decision') return ''
  return `Your application scored ${Math.round(score.totalPercent)}%.`
}
