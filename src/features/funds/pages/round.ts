import type { InvitationCount } from '../../../core/rounds/invitation.ts'
import type { Phase } from '../../../core/rounds/phase.ts'
import { roundDays, roundInstants } from '../../../core/rounds/read-timetable.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { dayInWords, weekdayOf } from '../../../core/time/day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { button, insetText, summaryList } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, illustrativeLabel, statisticsRow } from '../../../ui/patterns/index.ts'
import { dayWords, instantWords } from '../fields.messages.ts'
import { phaseWords } from '../funds.messages.ts'
import { newRoundPath, peoplePath, publicRoundPath, roundPagePath } from '../funds.paths.ts'
import { kindsInSentence } from '../invitations.messages.ts'
import { fundCrumbs } from '../list-crumbs.ts'
import type { ApplicationCount } from './manage.ts'
import { caption, figure, link, tagOf, warningsOf } from './parts.ts'
import { signOffNames } from './sign-offs.ts'

export type RoundModel = {
  readonly round: RoundInFund
  readonly phase: Phase
  readonly warnings: readonly string[]
  readonly invitations: InvitationCount | undefined
  readonly applications: ApplicationCount | undefined
  readonly mayEdit: boolean
  readonly mayListApplications: boolean
  readonly mayReadAssessment: boolean
}

/** A round from where its programme team runs it. */
export function roundPage(model: RoundModel): Page {
  const { round, phase, warnings, mayEdit } = model
  const { fund } = round
  const page = (name: Parameters<typeof roundPagePath>[2]): string => roundPagePath(fund.slug, round.slug, name)
  return {
    title: round.name,
    wide: true,
    breadcrumbs: [...fundCrumbs(fund), { text: round.name }],
    main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl">${caption(fund.name)}${round.name} ${tagOf(phaseWords[phase])}</h1>
${statistics(model)}
${round.cancelledAt !== null && insetText({ text: `This round was cancelled at ${ukTimeWithZone(round.cancelledAt)}. Reason: ${round.cancelledReason}` })}
${round.publishedAt === null && insetText({ text: 'Only those with a role on the fund can see this round. Publish it when everything on the check list is there.' })}
${round.publishedAt === null && mayEdit && button({ text: 'Check and publish', href: page('publish') })}
<div class="app-groups">
${workOf(model).map(groupOf)}
</div>
<h2 class="govuk-heading-l">Timetable</h2>
${warningsOf(warnings)}
${timetableOf(round)}
${extendedFrom(round)}
${round.publishedAt !== null && html`<p class="govuk-body">${link(page('extensions'), mayEdit ? 'Extensions of the deadline, and giving more time' : 'Extensions of the deadline')}</p>`}
${mayEdit && html`<p class="govuk-body">${link(page('reminders'), 'Reminders of the deadline')}</p>`}
${mayEdit && button({ text: 'Change the timetable', href: page('timetable'), classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-l">Details</h2>
${detailsOf(round)}
${mayEdit && html`<div class="govuk-button-group">${button({ text: 'Change the details', href: page('change'), classes: 'govuk-button--secondary' })}${link(page('sign-offs'), 'Change the sign-offs')}</div>`}`,
  }
}

type Group = { readonly title: string; readonly links: readonly SafeHtml[] }

const groupOf = ({ title, links }: Group): SafeHtml =>
  html`<section><h2 class="govuk-heading-m">${title}</h2>
<ul class="govuk-list">${links.map((each) => html`<li>${each}</li>`)}</ul></section>`

/** What there is to do in a round, by what it is about. */
function workOf({ round, mayEdit, mayListApplications, mayReadAssessment }: RoundModel): readonly Group[] {
  const { fund } = round
  const to = (name: Parameters<typeof roundPagePath>[2], text: string) =>
    link(roundPagePath(fund.slug, round.slug, name), text)
  const isPublic = round.publishedAt !== null
  const groups = [
    {
      title: 'Applications received',
      links: [
        mayListApplications && to('applications', 'Applications'),
        mayListApplications && to('late', 'Late submissions'),
        mayListApplications && to('report', 'Report: how the round goes'),
        mayEdit && to('results', 'Publish the results'),
        mayEdit && to('ggis', 'Records for the Government Grants Information System'),
        mayListApplications && to('requests', 'Requests for information'),
        mayEdit && to('key-in', 'Key in an application that came by email or on paper'),
        mayReadAssessment && to('assessment', 'Assessment'),
        mayReadAssessment && to('decisions', 'Interviews and decisions'),
        mayListApplications && to('evidence', 'Evidence for auditors'),
      ],
    },
    {
      title: 'People',
      links: [
        to('invitations', 'Invitations'),
        mayEdit && to('questions', 'Questions asked'),
        mayEdit && link(peoplePath(fund.slug), 'People and their roles'),
        to('workload', 'Workload of assessors and panel'),
      ],
    },
    {
      title: 'Rules and form',
      links: [
        to('form', 'Application form'),
        to('applying', 'Who can apply: screener, slots and partners'),
        to('rules', 'Rules of assessment'),
        to('gates', 'Checks before the round is public'),
      ],
    },
    {
      title: 'The round itself',
      links: [
        mayEdit && to('pages', 'Public pages and updates'),
        isPublic && link(publicRoundPath(fund.slug, round.slug), 'What the public sees'),
        mayEdit && link(newRoundPath(fund.slug, round.slug), 'Copy this round'),
        mayEdit && isPublic && round.cancelledAt === null && to('cancel', 'Cancel this round'),
      ],
    },
  ]
  return groups
    .map(({ title, links }) => ({ title, links: links.filter((each) => each !== false) }))
    .filter(({ links }) => links.length > 0)
}

function statistics({ invitations, applications, round }: RoundModel): SafeHtml {
  const sent =
    applications === undefined
      ? []
      : [
          { label: 'submitted', value: figure(applications.submitted) },
          { label: applications.drafts === 1 ? 'draft' : 'drafts', value: figure(applications.drafts) },
        ]
  return statisticsRow([
    ...sent,
    { label: 'invited', value: figure(invitations?.invited ?? 0) },
    { label: 'interested', value: figure(invitations?.interested ?? 0) },
    { label: 'places', value: figure(round.fund.places) },
  ])
}

/** When things happen, in their order; what is not set says so. */
export function timetableOf(round: RoundInFund): SafeHtml {
  return summaryList({
    rows: [
      ...roundInstants.map((field) => {
        const at = round[field]
        return { key: { text: instantWords[field] }, value: { text: at === null ? 'Not set' : ukTimeWithZone(at) } }
      }),
      ...roundDays.map((field) => {
        const on = round[field]
        const text = on === null ? 'Not set' : `${weekdayOf(on)} ${dayInWords(on)}`
        return { key: { text: dayWords[field] }, value: { text } }
      }),
    ],
  })
}

/** That the deadline which counts is not the one of the timetable. */
const extendedFrom = ({ ownDeadlineAt, deadlineAt }: RoundInFund): SafeHtml | false =>
  ownDeadlineAt !== null &&
  ownDeadlineAt.getTime() !== deadlineAt?.getTime() &&
  insetText({ text: `The deadline was extended for everyone. It was ${ukTimeWithZone(ownDeadlineAt)}.` })

function detailsOf(round: RoundInFund): SafeHtml {
  const kinds = kindsInSentence(round.eligibleKinds)
  return summaryList({
    rows: [
      { key: { text: 'Who may lead' }, value: { text: kinds === '' ? 'Nobody yet' : kinds } },
      {
        key: { text: 'Sign-offs before submitting' },
        value: {
          text: round.signOffs.length === 0 ? 'None' : round.signOffs.map((kind) => signOffNames[kind]).join(', '),
        },
      },
      {
        key: { text: 'Questions to' },
        value: round.contactEmail === '' ? { text: 'Not given' } : { html: emailAddress(round.contactEmail) },
      },
      { key: { text: 'An application takes' }, value: { text: `${figure(round.hoursToApply)} hours` } },
      {
        key: { text: 'Applications' },
        value: {
          text: `${figure(round.expected)} expected, from ${figure(round.expectedLow)} to ${figure(round.expectedHigh)}`,
        },
      },
      {
        key: { text: 'Assessment' },
        value: {
          text: `${round.assessors === 1 ? '1 assessor' : `${round.assessors} assessors`}, ${round.assessorsPerApplication} for each application, ${round.minutesPerApplication} minutes each`,
        },
      },
      {
        key: { text: 'Interviews' },
        value: {
          text: round.interviewsHeld
            ? `A panel of ${round.panelMembers}, ${round.interviewMinutes} minutes for each`
            : 'None are held',
        },
      },
    ],
  })
}
