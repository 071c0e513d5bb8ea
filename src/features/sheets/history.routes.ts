import { notFound } from '../../core/errors.ts'
import { show } from '../../platform/http/answer.ts'
import { get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { describeHistory } from './describe-history.ts'
import { versionsOf } from './entries.store.ts'
import { entryHistoryPage } from './pages/entry-history.ts'
import type { SheetsOwner } from './sheets-owner.ts'

/** Who wrote a page of a sheet, when, and what they changed: also of an entry that was removed. */
export const entryHistoryRoutes = ({ db }: Services, { pattern, permission, open }: SheetsOwner): Route[] => [
  get(`${pattern}/sheets/:sheet/:entry/history`, permission, async (ask) => {
    const [reference, sheet, entry] = [param(ask, 'reference'), param(ask, 'sheet'), param(ask, 'entry')]
    const opened = await open(db, { actor: ask.actor, reference, sheet, need: 'read' })
    const versions = await versionsOf(db, opened.entries, { sheet, entry })
    if (versions.length === 0) throw notFound('entry')
    return show(entryHistoryPage(describeHistory(opened, entry, versions)))
  }),
]
