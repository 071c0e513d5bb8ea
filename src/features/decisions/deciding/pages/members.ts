import { button, insetText, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  emailAddress,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { membersPath } from '../deciding.paths.ts'

export type MembersModel = {
  readonly round: RoundInFund
  readonly waits: string
  readonly awards: readonly {
    readonly lead: string
    /** Of the authority: what stands in the column `gss`. */
    readonly code: string
    readonly pounds: string
    readonly members: readonly {
      readonly member: string
      readonly constituency: string
      readonly email: string
      readonly source: string
    }[]
  }[]
  readonly mayList: boolean
  readonly typed: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Members of Parliament to tell of each award, once it is decided. No page of scores or decisions names them. */
export const membersPage = (model: MembersModel): Page => ({
  title: 'Members of Parliament to tell',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...decisionsCrumbs(model.round), { text: 'Members of Parliament to tell' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.round.name}</span>Members of Parliament to tell</h1>
${
  model.waits !== ''
    ? insetText({ text: model.waits })
    : html`${model.awards.map(
        ({ lead, code, pounds, members }) => html`<h2 class="govuk-heading-m">${lead}: ${pounds}</h2>
<p class="govuk-hint">Code ${code}</p>
${members.length === 0 ? html`<p class="govuk-body">Nobody is listed for this authority.</p>` : scrolling(`Members for ${lead}`, stackingTable({ head: ['Member', 'Constituency', 'Email', 'Source'].map((text) => ({ text })), rows: members.map(({ member, constituency, email, source }) => [{ text: member }, { text: constituency }, { html: emailAddress(email) }, { text: source }]) }))}`,
      )}
${
  model.mayList &&
  form(
    { action: membersPath(model.round.fund.slug, model.round.slug), csrf: model.csrf },
    html`${textarea({ id: 'members', name: 'members', label: { text: 'Paste the list', classes: 'govuk-label--m' }, hint: { text: 'Comma separated, with the headings gss,member,constituency,email,source,date. Under gss stands the code of the authority, as above. Other columns are left out. It takes the place of the list above' }, errorMessage: model.errors[0] && { text: model.errors.map(({ text }) => text).join('. ') }, value: model.typed, rows: 8 })}${button({ text: 'Keep the list', preventDoubleClick: true })}`,
  )
}`
}`,
})
