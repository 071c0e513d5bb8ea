import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { declareProblemText, notYetWords } from './deciding.messages.ts'
import { decisionPath, recommendationPath } from './deciding.paths.ts'
import { declarationsOf } from './deciding.store.ts'
import { type DeclareProblem, declareConflicts } from './declare-conflicts.ts'
import { declarePage } from './pages/declare.ts'
import type { DeclareTyped } from './read-declaration.ts'
import { conflictsOf, namedIn, ownDeclaration, readStanding } from './read-outcomes.ts'

const pathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
const managed = '/manage/funds/:fund/:round/decisions'

/** Where people declare their conflicts before they recommend or decide. */
export const declaringRoutes = (services: Services): Route[] => [
  get(`${managed}/declare`, 'decision:read', async (ask) => showDeclare(services, ask, [])),
  post(`${managed}/declare`, 'decision:read', 'decision.conflicts-declared', async (ask) => {
    const asked = { actor: ask.actor, path: pathOf(ask), typed: typedDeclare(ask), at: ask.receivedAt }
    const result = await declareConflicts(services, asked)
    if (!result.ok) return await showDeclare(services, ask, result.problems)
    const round = await findRound(services.db, ask.actor, 'decision:read', pathOf(ask))
    const path = may(ask.actor, 'decision:decide', round.fundId) ? decisionPath : recommendationPath
    return seeOther(path(param(ask, 'fund'), param(ask, 'round')), { flash: 'What you declared is kept.' })
  }),
]

export const typedDeclare = ({ form }: Ask): DeclareTyped => ({
  none: form.line('none') === 'yes',
  references: form.all('application'),
  statement: form.text('statement'),
  takenBack: form.text('takenBack'),
})

async function showDeclare(services: Services, ask: Ask, problems: readonly DeclareProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const { actor } = ask
  if (!may(actor, 'decision:recommend', round.fundId) && !may(actor, 'decision:decide', round.fundId))
    throw notFound('round')
  const standing = await readStanding(db, round, 'panel')
  const ready = typeof standing !== 'string'
  const said = ownDeclaration(await declarationsOf(db, round.id), actor)
  const saidOf = (id: string): boolean => said?.applicationIds.includes(id) === true
  const conflicts = ready ? await conflictsOf(db, round, standing, actor) : new Set<string>()
  const known = ready ? standing.start.filter(({ id }) => conflicts.has(id) && !saidOf(id)) : []
  const again = problems.length > 0
  const page = declarePage({
    round,
    waits: ready ? '' : notYetWords[standing],
    applications: ready
      ? standing.start.map(({ id, reference }) => ({ reference, name: namedIn(standing, id, reference) }))
      : [],
    known:
      known.length === 0
        ? ''
        : `Known already, and kept from you: ${known.map(({ reference }) => reference).join(', ')}`,
    typed: again
      ? typedDeclare(ask)
      : {
          none: said !== undefined && said.applicationIds.length === 0,
          references: ready ? standing.start.filter(({ id }) => saidOf(id)).map(({ reference }) => reference) : [],
          statement: said?.statement ?? '',
          takenBack: '',
        },
    saidBefore: said !== undefined && said.applicationIds.length > 0,
    errors: problems.map(declareProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: again ? 400 : 200 })
}
