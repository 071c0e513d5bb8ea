import { isoDay } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { findFund } from '../../funds/index.ts'
import { askedOf, askerId } from '../asked-of.routes.ts'
import { outcomeWords } from '../inbound/inbound-mail.messages.ts'
import { refusedMails } from '../inbound/mails.store.ts'
import { listMembers } from '../members/members.store.ts'
import { managedCrumbs } from '../network-crumbs.ts'
import { threadPath } from '../posts/posts.paths.ts'
import { type AppealProblem, answerAppeal } from './appeal-measure.ts'
import { type Measure, measuresOf } from './measures.store.ts'
import { answerField, moderatingProblemText, postMeasuredWords, postMeasureWords } from './moderating.messages.ts'
import { answerAppealPath, moderateMemberPath, moderatePostPath, moderationPath } from './moderating.paths.ts'
import { moderatePostPage } from './pages/moderate-post.ts'
import { moderationPage } from './pages/moderation.ts'
import { openReports } from './reports.store.ts'
import { moderateMember, moderatePost, openModerated } from './take-measure.ts'

const all = '/manage/funds/:fund/network/moderation'

/** Mails that were not taken, at most so many. */
const mostMails = 20

/** What is reported and appealed against, and what is done about it. */
export const moderatingRoutes = (services: Services): Route[] => [
  get(all, 'network:run', async (ask) => await showModeration(services, ask, [])),
  post(
    `${all}/members`,
    'network:run',
    'network.member-warned or network.member-removed or network.member-readmitted',
    async (ask) => {
      const { measure, text: reason } = typedIn(ask)
      const member = ask.form.line('member')
      if (member === '') return await showModeration(services, ask, [memberMissing])
      const result = await moderateMember(services, { ...byModerator(ask), member, measure, reason })
      if (!result.ok) return await showModeration(services, ask, result.problems.map(moderatingProblemText))
      return seeOther(moderationPath(param(ask, 'fund')), { flash: 'Done. We have emailed them.' })
    },
  ),
  get(`${all}/posts/:post`, 'network:run', async (ask) => await showPost(services, ask, [])),
  post(
    `${all}/posts/:post`,
    'network:run',
    'network.post-hidden or network.post-restored or network.member-warned or network.report-settled',
    async (ask) => {
      const { measure, text: reason } = typedIn(ask)
      const result = await moderatePost(services, { ...byModerator(ask), post: param(ask, 'post'), measure, reason })
      if (!result.ok) return await showPost(services, ask, result.problems.map(moderatingProblemText))
      return seeOther(moderationPath(param(ask, 'fund')), {
        flash: postMeasuredWords[result.value],
      })
    },
  ),
  post(`${all}/appeals/:measure`, 'network:run', 'network.appeal-answered', async (ask) => {
    const words = ask.form.text('text')
    const measure = param(ask, 'measure')
    const result = await answerAppeal(services, { ...byModerator(ask), measure, words })
    if (!result.ok) return await showModeration(services, ask, result.problems.map(appealProblemText(measure)))
    return seeOther(moderationPath(param(ask, 'fund')), { flash: 'The appeal is answered.' })
  }),
]

const memberMissing: FieldText = { field: 'member', text: 'Select a member', href: '#member' }

const byModerator = (ask: Ask) => ({ ...askedOf(ask), personId: askerId(ask) })

/** The words of a problem at the answer to an appeal, of which there are as many on the page as appeals. */
const appealProblemText = (measure: string) => (problem: AppealProblem) =>
  fieldText(answerField(measure), moderatingProblemText(problem).text)

const typedIn = ({ form }: Ask) => ({ measure: form.line('measure'), text: form.text('text') })

async function showModeration({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'network:run', param(ask, 'fund'))
  const { slug } = fund
  // The appeal that is being answered; '' on the page itself, and where something is done about a member.
  const answered = ask.params.measure ?? ''
  const measures = await measuresOf(db, fund.id)
  const members = await listMembers(db, fund.id, isoDay(ask.receivedAt))
  const removed = measures.filter(
    ({ kind, personId }) => kind === 'removed' && !members.some((each) => each.personId === personId),
  )
  const people = new Map([
    ...members.map(({ personId, name, email }) => [personId, name || email] as const),
    ...removed.map(({ personId, person }) => [personId, `${person} (removed)`] as const),
  ])
  const page = moderationPage({
    fund,
    crumbs: managedCrumbs(fund),
    reports: (await openReports(db, fund.id)).map((report) => ({
      href: moderatePostPath(slug, report.postId),
      title: report.threadTitle,
      author: report.author,
      why: report.reason,
      by: `${report.reporter}, ${ukTime(report.reportedAt)}`,
    })),
    appeals: measures.filter(waitsForAnswer).map((measure) => ({
      what: doneWords(measure),
      words: measure.appeal,
      field: answerField(measure.id),
      typed: answered === measure.id ? ask.form.text('text') : '',
      action: answerAppealPath(slug, measure.id),
      postHref: measure.postId === null ? undefined : moderatePostPath(slug, measure.postId),
    })),
    mails: (await refusedMails(db, fund.id, mostMails)).map(({ sender, outcome, receivedAt, person }) => ({
      from: sender || 'Nobody named',
      what: `${outcomeWords[outcome]} The address was given to ${person}.`,
      when: ukTime(receivedAt),
    })),
    done: measures.map((measure) => ({
      title: doneWords(measure),
      time: ukTime(measure.takenAt),
      datetime: measure.takenAt.toISOString(),
      by: people.get(measure.takenBy) ?? 'the programme team',
      description: measure.reason,
    })),
    members: [...people].map(([value, text]) => ({ value, text })),
    memberAction: moderateMemberPath(slug),
    typed:
      answered === '' ? { ...typedIn(ask), member: ask.form.line('member') } : { member: '', measure: '', text: '' },
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

const waitsForAnswer = ({ appealedAt, answeredAt }: Measure): boolean => appealedAt !== null && answeredAt === null

const doneNames = {
  hidden: 'Post hidden',
  restored: 'Post shown again',
  warned: 'Warned',
  removed: 'Removed',
  readmitted: 'Let in again',
} as const

const doneWords = ({ kind, person, threadTitle }: Measure): string =>
  `${doneNames[kind]}: ${person}${threadTitle === '' ? '' : `, in “${threadTitle}”`}`

async function showPost({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, post: found } = await openModerated(db, { ...askedOf(ask), post: param(ask, 'post') })
  const reports = (await openReports(db, fund.id)).filter(({ postId }) => postId === found.id)
  const choices = found.hiddenAt === null ? (['left', 'warned', 'hidden'] as const) : (['left', 'restored'] as const)
  const page = moderatePostPage({
    fund,
    crumbs: managedCrumbs(fund, { text: 'Moderation', href: moderationPath(fund.slug) }),
    author: found.author,
    when: ukTime(found.postedAt),
    text: found.text,
    hidden: found.hiddenAt !== null,
    threadHref: threadPath(fund.slug, found.threadId),
    reports: reports.map(({ reason, reporter }) => `${reason} (${reporter})`),
    action: moderatePostPath(fund.slug, found.id),
    choices: choices.map((value) => ({ value, text: postMeasureWords[value] })),
    typed: typedIn(ask),
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
