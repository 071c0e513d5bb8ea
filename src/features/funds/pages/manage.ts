import type { Fund } from '../../../core/rounds/fund.ts'
import type { InvitationCount } from '../../../core/rounds/invitation.ts'
import type { Phase } from '../../../core/rounds/phase.ts'
import type { Round } from '../../../core/rounds/round.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { button, table } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeTag, scrolling } from '../../../ui/patterns/index.ts'
import { phaseWords } from '../funds.messages.ts'
import {
  manageFundPath,
  manageRoundPath,
  newFundPath,
  noticesPath,
  peoplePath,
  publicRoundPath,
} from '../funds.paths.ts'
import { link, tagOf } from './parts.ts'

/** Applications of a round: started and not sent, and sent. */
export type ApplicationCount = { readonly drafts: number; readonly submitted: number }

export type ManagedRound = {
  readonly round: Round
  readonly phase: Phase
  readonly invitations: InvitationCount | undefined
  /** Undefined where nobody counts them, or this person may not know. */
  readonly applications: ApplicationCount | undefined
}

export type ManageModel = {
  readonly funds: readonly {
    readonly fund: Fund
    readonly rounds: readonly ManagedRound[]
    readonly mine: boolean
    /** Whether they give some role on the fund. */
    readonly mayStaff: boolean
  }[]
  readonly mayCreate: boolean
  /** Whether they put notices on every page of the service. */
  readonly mayNotify: boolean
}

/** The funds that somebody runs, takes part in or looks over. */
export function managePage({ funds, mayCreate, mayNotify }: ManageModel): Page {
  return {
    title: 'Your funds',
    wide: true,
    main: html`<h1 class="govuk-heading-xl">Your funds</h1>
${mayCreate && button({ text: 'Set up a fund', href: newFundPath() })}
${mayNotify && html`<p class="govuk-body">${link(noticesPath(), 'Service notices')}</p>`}
${funds.length === 0 && html`<p class="govuk-body">You have no role on a fund yet. The programme team of a fund gives them.</p>`}
${funds.map(
  ({
    fund,
    rounds,
    mine,
    mayStaff,
  }) => html`<h2 class="govuk-heading-l">${mine ? link(manageFundPath(fund.slug), fund.name) : fund.name} ${illustrativeTag(fund.illustrative)}</h2>
${rounds.length === 0 ? html`<p class="govuk-body">No rounds yet.</p>` : roundsTable(fund, rounds, mine)}
${!mine && mayStaff && html`<p class="govuk-body">${link(peoplePath(fund.slug), 'People and their roles', `on ${fund.name}`)}</p>`}`,
)}`,
  }
}

/** A round with the way to where it is run, or to its public page for those who do not run it. */
function roundName(fund: Fund, { slug, name, publishedAt }: Round, mine: boolean): SafeHtml {
  if (mine) return link(manageRoundPath(fund.slug, slug), name)
  return publishedAt === null ? html`${name}` : link(publicRoundPath(fund.slug, slug), name)
}

/** The rounds of a fund with where each is and its counts. */
export function roundsTable(fund: Fund, rounds: readonly ManagedRound[], mine: boolean): SafeHtml {
  const count = (value: number | undefined) => ({ text: value === undefined ? '–' : String(value), format: 'numeric' })
  return scrolling(
    `Rounds of ${fund.name}`,
    table({
      caption: `Rounds of ${fund.name}`,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        { text: 'Round' },
        { text: 'Phase' },
        { text: 'Deadline' },
        { text: 'Invited', format: 'numeric' },
        { text: 'Interested', format: 'numeric' },
        { text: 'Drafts', format: 'numeric' },
        { text: 'Submitted', format: 'numeric' },
      ],
      rows: rounds.map(({ round, phase, invitations, applications }) => [
        {
          html: html`${roundName(fund, round, mine)} ${illustrativeTag(round.illustrative && !fund.illustrative)}`,
        },
        { html: tagOf(phaseWords[phase]) },
        { text: round.deadlineAt === null ? 'Not set' : ukTimeWithZone(round.deadlineAt) },
        count(invitations?.invited ?? 0),
        count(invitations?.interested ?? 0),
        count(applications?.drafts),
        count(applications?.submitted),
      ]),
    }),
  )
}
