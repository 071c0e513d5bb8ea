import { notFound } from '../../../core/errors.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById, testsPath, versionPath } from '../../forms/index.ts'
import { findRound, roundCrumbs } from '../../funds/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { testsPage } from './pages/tests.ts'
import { deleteTest, startTest } from './start-test.ts'
import { testsOf } from './tests.store.ts'

const tests = '/manage/funds/:fund/:round/form/versions/:version/tests'

/** Trying a version of a form by a whole application that never counts. */
export const testingRoutes = (services: Services): Route[] => [
  get(tests, 'fund:edit', async (ask) => {
    const { actor, path, versionId } = placeOf(ask)
    const round = await findRound(services.db, actor, 'fund:edit', path)
    const version = await formVersionById(services.db, versionId)
    if (version === undefined || version.fundId !== round.fundId) throw notFound('form version')
    const started = await testsOf(services.db, round.id, version.id)
    return show(
      testsPage({
        crumbs: roundCrumbs(round),
        number: version.number,
        versionHref: versionPath(path, version.id),
        action: testsPath(path, version.id),
        tests: started.map(({ id, reference, state, createdAt, createdBy }) => ({
          reference,
          state: state === 'draft' ? 'Being written' : state === 'submitted' ? 'Submitted' : 'Withdrawn',
          started: `${ukTime(createdAt)} by ${createdBy}`,
          href: applicationPath(reference),
          deleteAction: `${testsPath(path, version.id)}/${id}/delete`,
        })),
        csrf: ask.csrf,
      }),
    )
  }),
  post(tests, 'fund:edit', 'application.test-started', async (ask) =>
    seeOther(applicationPath(await startTest(services, { ...placeOf(ask), at: ask.receivedAt }))),
  ),
  post(`${tests}/:test/delete`, 'fund:edit', 'application.test-deleted', async (ask) => {
    const { actor, path, versionId } = placeOf(ask)
    await deleteTest(services, { actor, id: param(ask, 'test'), at: ask.receivedAt })
    return seeOther(testsPath(path, versionId), { flash: 'The test application is deleted' })
  }),
]

const placeOf = (ask: Ask) => ({
  actor: ask.actor,
  path: { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') },
  versionId: param(ask, 'version'),
})
