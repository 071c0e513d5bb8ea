import { goLiveOf } from '../../../core/benefits/index.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { awardCaption, benefitCrumbs } from '../benefit-crumbs.ts'
import { openBenefits } from '../open-benefits.ts'
import { readRecord } from '../writing/read-record.ts'
import { describeGoLive } from './describe-go-live.ts'
import { goLivePage } from './pages/go-live.ts'

/** The way from the decision to go-live. */
export const goLiveRoutes = ({ db }: Services): Route[] => [
  get('/applications/:reference/go-live', 'benefits:work', async (ask) => {
    const asked = { actor: ask.actor, reference: param(ask, 'reference'), need: 'read', at: ask.receivedAt } as const
    const opened = await openBenefits(db, asked)
    const { award } = opened
    const steps = goLiveOf(await readRecord(db, award))
    return show(
      goLivePage({
        illustrative: award.illustrative,
        breadcrumbs: benefitCrumbs(opened),
        caption: awardCaption(award),
        ...describeGoLive(steps, applicationPath(award.reference)),
      }),
    )
  }),
]
