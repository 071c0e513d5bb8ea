import { ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { managePath, noticesPath, takeDownNoticePath } from '../funds.paths.ts'
import { noticeProblemWords, spoiltWords } from './notices.messages.ts'
import { noticesToCome } from './notices.store.ts'
import { noticesPage } from './pages/notices.ts'
import { type NoticeProblem, type NoticeTyped, putUpNotice, takeDownNotice } from './put-up-notice.ts'

/** Notices on every page of the service. */
export const noticeRoutes = (services: Services): Route[] => [
  get('/manage/notices', 'service:notify', async (ask) => await showNotices(services, ask, nothingTyped, [])),
  post('/manage/notices', 'service:notify', 'service.notice-put-up', async (ask) => {
    const typed = typedNotice(ask.form)
    const result = await putUpNotice(services, { actor: ask.actor, typed, at: ask.receivedAt })
    if (!result.ok) return await showNotices(services, ask, typed, result.problems)
    return seeOther(noticesPath(), { flash: 'The notice is put up.' })
  }),
  post('/manage/notices/:notice/take-down', 'service:notify', 'service.notice-taken-down', async (ask) => {
    await takeDownNotice(services, { actor: ask.actor, id: param(ask, 'notice'), at: ask.receivedAt })
    return seeOther(noticesPath(), { flash: 'The notice is taken down.' })
  }),
]

const noMoment = { day: '', month: '', year: '', clock: '' }
const nothingTyped: NoticeTyped = { text: '', starts: noMoment, ends: noMoment, anyway: false }

function typedNotice(form: FormBody): NoticeTyped {
  const moment = (name: string) => ({
    day: form.line(`${name}-day`),
    month: form.line(`${name}-month`),
    year: form.line(`${name}-year`),
    clock: form.line(`${name}-clock`),
  })
  return {
    text: form.text('text'),
    starts: moment('starts'),
    ends: moment('ends'),
    anyway: form.line('anyway') === 'yes',
  }
}

async function showNotices(
  { db }: Services,
  ask: Ask,
  typed: NoticeTyped,
  problems: readonly NoticeProblem[],
): Promise<Answer> {
  const notices = await noticesToCome(db, ask.receivedAt)
  return show(
    noticesPage({
      notices: notices.map(({ id, text, startsAt, endsAt, authorName, createdAt }) => ({
        text,
        times: `From ${ukTimeWithZone(startsAt)} until ${ukTimeWithZone(endsAt)}`,
        by: `${authorName}, at ${ukTime(createdAt)}`,
        takeDown: takeDownNoticePath(id),
      })),
      typed,
      errors: problems.map(noticeProblemWords),
      spoilt: problems.flatMap((problem) => (problem.code === 'spoils-deadline' ? [spoiltWords(problem)] : [])),
      action: noticesPath(),
      back: managePath(),
      csrf: ask.csrf,
    }),
    { status: problems.length === 0 ? 200 : 400 },
  )
}
