import { notFound } from '../../../core/errors.ts'
import { attachment, download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { submittedFiles } from '../../applications/index.ts'
import { openFile } from '../../files/index.ts'
import { packPage } from './pages/pack.ts'
import { packModel, packPdf, readPack } from './read-pack.ts'
import { contentFor, findGiven, whyShut } from './read-scored.ts'

const pathOf = (ask: Ask) => ({ fund: param(ask, 'fund'), round: param(ask, 'round') })

/** What assessors take away: their pile to print, and the files that belong to answers. */
export const packRoutes = (services: Services): Route[] => [
  get('/assess/:fund/:round/pack', 'assessment:score', async (ask) =>
    show(packPage(packModel(await readPack(services.db, ask.actor, pathOf(ask))))),
  ),
  get('/assess/:fund/:round/pack.pdf', 'assessment:score', async (ask) => {
    const pack = await readPack(services.db, ask.actor, pathOf(ask))
    const body = await services.pdf.document(packPdf(pack, ask.receivedAt))
    const { fund, slug } = pack.round
    return download({ name: `${fund.slug}-${slug}-to-score.pdf`, type: 'application/pdf', body })
  }),
  ...[false, true].map((practice) => fileRoute(services, practice)),
]

const fileRoute = (services: Services, practice: boolean): Route =>
  get(
    `/assess/:fund/:round/${practice ? 'practice' : 'applications'}/:reference/files/:file`,
    'assessment:score',
    async (ask) => {
      const path = { ...pathOf(ask), reference: param(ask, 'reference'), practice }
      const given = await findGiven(services.db, ask.actor, path)
      if (whyShut(given) !== undefined) throw notFound('application')
      const file = param(ask, 'file')
      const content = await contentFor(services.db, given)
      if (!submittedFiles(content).some(({ id }) => id === file)) throw notFound('file')
      return attachment(await openFile(services, { type: 'application', id: given.application.reference }, file))
    },
  )
