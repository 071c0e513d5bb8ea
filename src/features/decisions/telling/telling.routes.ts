import { spreadOfScores } from '../../../core/awards/index.ts'
import { notFound } from '../../../core/errors.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Answer, download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath, openApplication } from '../../applications/index.ts'
import { outcomePath } from '../../assessment/index.ts'
import { roundById, sealOf } from '../../funds/index.ts'
import { awardPath } from '../awarding/awarding.paths.ts'
import { type Decision, decisionOf } from '../deciding/decision.store.ts'
import { letterDocument } from './letter-document.ts'
import { letterOf } from './letters.store.ts'
import { decidedPage } from './pages/decided.ts'
import { letterPath } from './telling.paths.ts'

/** What an applicant reads of the decision, once all are told. */
export const tellingRoutes = (services: Services): Route[] => [
  get('/applications/:reference/decision', 'application:write', async (ask) => await showDecided(services, ask)),
  get('/applications/:reference/decision/letter', 'application:write', async (ask) => {
    const { letter, toldAt, round } = await openLetter(services.db, ask)
    if (letter === undefined || toldAt === null) throw notFound('letter')
    const body = await services.pdf.document(letterDocument(letter, { at: toldAt, illustrative: round.illustrative }))
    return download({ name: `${letter.reference}-decision.pdf`, type: 'application/pdf', body })
  }),
]

async function openLetter(db: Database, ask: Ask) {
  const reference = param(ask, 'reference')
  const asked = { reference, questions: [], need: 'read', at: ask.receivedAt } as const
  const { application, access } = await openApplication(db, ask.actor, asked)
  const round = await roundById(db, application.roundId)
  if (round === undefined || application.state === 'draft' || application.mode === 'test') throw notFound('decision')
  const decision = await decisionOf(db, round.id)
  const toldAt = decision?.toldAt ?? null
  const told = decision !== undefined && toldAt !== null ? decision : undefined
  const letter = told && (await letterOf(db, application.id))
  return { reference, access, round, toldAt, told, letter }
}

async function showDecided({ db }: Services, ask: Ask): Promise<Answer> {
  const { reference, access, round, told, letter } = await openLetter(db, ask)
  return show(
    decidedPage({
      reference,
      illustrative: round.illustrative,
      applicationHref: applicationPath(reference),
      told: told &&
        letter && {
          heading: letter.title,
          blocks: letter.blocks,
          awardHref: letter.outcome === 'award' && access === 'write' ? awardPath(reference) : undefined,
          letterHref: letterPath(reference),
          own: await ownScore(db, reference, told),
          spread: spreadOfScores(told.document.scores.map(({ totalPercent }) => totalPercent)).map(
            ({ from, count }) => ({
              band: from === 90 ? '90% to 100%' : `${from}% to less than ${from + 10}%`,
              count,
            }),
          ),
        },
      instead:
        told === undefined
          ? 'Nothing is told yet. All are told at the same time, by email and on this page.'
          : 'This application was not before the panel.',
      outcomeHref: outcomePath(reference),
    }),
  )
}

/** The score of an application itself, where the sealed rules show it to its people. */
async function ownScore(db: Database, reference: string, { roundId, document }: Decision): Promise<string> {
  const seal = await sealOf(db, roundId)
  const score = document.scores.find((each) => each.reference === reference)
  if (seal === undefined || score === undefined) return ''
  if (rulesIn(seal.document).visibility.applicantsScores !== 'with-decision') return ''
  return `Your application scored ${Math.round(score.totalPercent)}%.`
}
