import type { Outcome, RequestKind } from '../../../core/requests/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { show } from '../../../platform/http/answer.ts'
import { firstRow, pageOfList, rowsOnPage } from '../../../platform/http/page-of-list.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { publicRoundPath } from '../../funds/index.ts'
import { publicRound } from '../results/read-results.ts'
import { disclosuresOf } from './answers.store.ts'
import { disclosuresPage } from './pages/disclosures.ts'
import { citedWords } from './request-rows.ts'
import { kindWords, outcomeWords, publicStatistics } from './requests.messages.ts'
import { disclosuresPath } from './requests.paths.ts'
import { publicCounts } from './requests.store.ts'

/** What was disclosed of a round, for everybody. */
export const disclosuresRoutes = ({ db }: Services): Route[] => [
  get('/funds/:fund/:round/disclosures', 'public', async (ask) => {
    const address = { fund: param(ask, 'fund'), round: param(ask, 'round') }
    const round = await publicRound(db, address, ask.receivedAt)
    const path = disclosuresPath(address.fund, address.round)
    const query = (ask.query.get('query') ?? '').trim().slice(0, 200)
    const part = { from: firstRow(ask.query), rows: rowsOnPage }
    const counts = await publicCounts(db, round.id)
    const { total, rows } = await disclosuresOf(db, round.id, query, part)
    return show(
      disclosuresPage({
        illustrative: round.illustrative,
        fund: round.fund.name,
        round: round.name,
        breadcrumbs: [
          { text: 'Funds', href: '/' },
          { text: round.name, href: publicRoundPath(address.fund, address.round) },
        ],
        statistics: counts.received === 0 ? [] : publicStatistics(counts),
        query,
        total,
        rows: rows.map(({ number, kind, asked, answer, outcome, claimed, answeredOn }) => ({
          name: `Request ${number}: ${kindWords[kind as RequestKind]}`,
          asked,
          answer,
          outcome: outcomeWords[outcome as Outcome],
          withheld: plainList(claimed.map(citedWords)),
          answeredOn: dayInWords(answeredOn),
        })),
        pages: pageOfList(ask.query, { total, path }),
        action: path,
      }),
    )
  }),
]
