import { notFound } from '../../../core/errors.ts'
import type { Permission } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukMoment } from '../../../core/time/uk-moment.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { interestProblemText } from './interests.messages.ts'
import { interestKinds, interestsOfPerson } from './interests.store.ts'
import {
  addInterest,
  confirmInterests,
  type InterestProblem,
  type Offered,
  type OwnInterests,
  removeInterest,
} from './own-interests.ts'
import { type InterestFields, type InterestsModel, removeInterestPage } from './pages/interests.ts'

/** What was just sent and is shown again. */
export type InterestsAgain = {
  readonly fields?: InterestFields
  readonly offered?: readonly Offered[]
  readonly problems?: readonly InterestProblem[]
}

/** A page on which somebody says whom they have to do with, and whose it is. */
export type InterestsPage = {
  /** Its address, with parts for the fund and the round. */
  readonly at: string
  readonly permission: Permission
  readonly events: Readonly<Record<Parameters<OwnInterests['record']>[1], string>>
  readonly path: (fund: string, round: string) => string
  /** @throws {NotFound} if it is not theirs */
  readonly own: (ask: Ask) => Promise<OwnInterests>
  readonly show: (ask: Ask, again: InterestsAgain) => Promise<Answer>
}

/** Adding an interest, taking one back and saying that these are all, under a page that shows them. */
export const interestRoutes = (services: Services, page: InterestsPage): Route[] => {
  const under = `${page.at}/interests`
  const pathOf = (ask: Ask): string => page.path(param(ask, 'fund'), param(ask, 'round'))
  return [
    post(under, page.permission, page.events.added, async (ask) => {
      const fields = fieldsIn(ask.form)
      const kind = interestKinds.find((each) => each === fields.kind)
      const typed = { kind, name: fields.name, chosen: ask.form.line('chosen'), endedOn: dayIn(fields, ask.receivedAt) }
      const result = await addInterest(services, await page.own(ask), typed)
      if (!result.ok) return await page.show(ask, { fields, problems: result.problems })
      if (result.value.length > 0) return await page.show(ask, { fields, offered: result.value })
      return seeOther(pathOf(ask), { flash: 'It is added.' })
    }),
    post(`${under}/confirm`, page.permission, page.events.confirmed, async (ask) => {
      await confirmInterests(services, await page.own(ask))
      return seeOther(pathOf(ask), { flash: 'Your interests are confirmed.' })
    }),
    get(`${under}/:interest/remove`, page.permission, async (ask) => {
      const { round, find } = await page.own(ask)
      const { personId } = await find(services.db)
      const interests = await interestsOfPerson(services.db, round.id, personId)
      const interest = interests.find(({ id }) => id === param(ask, 'interest'))
      if (interest === undefined) throw notFound('interest')
      return show(removeInterestPage({ round, path: pathOf(ask), interest, csrf: ask.csrf }))
    }),
    post(`${under}/:interest/remove`, page.permission, page.events.removed, async (ask) => {
      await removeInterest(services, await page.own(ask), param(ask, 'interest'))
      return seeOther(pathOf(ask), { flash: 'It is removed.' })
    }),
  ]
}

const fieldsIn = (form: FormBody): InterestFields => ({
  kind: form.line('kind'),
  name: form.line('name'),
  day: form.line('ended-day'),
  month: form.line('ended-month'),
  year: form.line('ended-year'),
})

function dayIn({ day, month, year }: InterestFields, now: Date): string | null | 'wrong' {
  if (`${day}${month}${year}` === '') return null
  const read = ukMoment({ day, month, year, hour: '12', minute: '0' })
  return read.ok && isoDay(read.value.at) <= isoDay(now) ? isoDay(read.value.at) : 'wrong'
}

const nothingTyped: InterestFields = { kind: '', name: '', day: '', month: '', year: '' }

/** What a page shows of somebody's interests: as stored, or as it was just typed. */
export async function interestsModel(
  { db }: Services,
  whose: {
    readonly path: string
    readonly roundId: string
    readonly personId: string
    readonly confirmedAt: Date | null
    readonly csrf: string
  },
  { fields = nothingTyped, offered = [], problems = [] }: InterestsAgain,
): Promise<InterestsModel> {
  return {
    path: whose.path,
    interests: await interestsOfPerson(db, whose.roundId, whose.personId),
    confirmed: whose.confirmedAt === null ? undefined : ukTimeWithZone(whose.confirmedAt),
    typed: fields,
    offered,
    errors: problems.map(interestProblemText),
    csrf: whose.csrf,
  }
}
