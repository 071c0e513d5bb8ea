import { goLiveOf, goLiveSheet } from '../../../core/benefits/index.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { sheetFileLists } from '../../sheets/index.ts'
import { awardCaption, benefitCrumbs } from '../benefit-crumbs.ts'
import { openBenefits } from '../open-benefits.ts'
import { filesOfAward, readRecord } from '../writing/read-record.ts'
import { describeGoLive } from './describe-go-live.ts'
import { goLivePage } from './pages/go-live.ts'

/** The way from the decision to go-live. */
export const goLiveRoutes = ({ db }: Services): Route[] => [
  get('/applications/:reference/go-live', 'benefits:work', async (ask) => {
    const asked = { actor: ask.actor, reference: param(ask, 'reference'), need: 'read', at: ask.receivedAt } as const
    const opened = await openBenefits(db, asked)
    const { award } = opened
    const steps = goLiveOf(await readRecord(db, award))
    const home = applicationPath(award.reference)
    const listOf = await sheetFileLists(
      db,
      { files: filesOfAward(award), home, sheet: goLiveSheet },
      steps.flatMap(({ files }) => files),
    )
    return show(
      goLivePage({
        illustrative: award.illustrative,
        breadcrumbs: benefitCrumbs(opened),
        caption: awardCaption(award),
        ...describeGoLive(steps, home, listOf),
      }),
    )
  }),
]
