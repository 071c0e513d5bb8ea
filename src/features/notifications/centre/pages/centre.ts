import { button, select, taskList } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { filter, type PagerOptions, pager } from '../../../../ui/patterns/index.ts'
import { inLanguage } from '../../pages/in-language.ts'

type Choice = { readonly value: string; readonly text: string }

export type CentreModel = {
  readonly unread: number
  readonly rows: readonly {
    readonly href: string
    readonly subject: string
    /** In which it is, where that is not the language of the page. */
    readonly lang: string | undefined
    /** The fund, or what it is about where it is of none. */
    readonly about: string
    readonly written: string
    readonly read: boolean
  }[]
  readonly pages: PagerOptions
  readonly chosen: { readonly about: string; readonly fund: string; readonly unreadOnly: boolean }
  readonly groups: readonly Choice[]
  readonly funds: readonly Choice[]
  readonly action: string
  readonly allReadAction: string
  readonly deliveryHref: string
  readonly csrf: string
}

/** What was sent to somebody, the newest first. */
export function centrePage(model: CentreModel): Page {
  const { unread, rows, chosen, deliveryHref } = model
  const filtered = chosen.about !== '' || chosen.fund !== '' || chosen.unreadOnly
  return {
    title: 'Notifications',
    main: html`<h1 class="govuk-heading-xl">Notifications</h1>
<p class="govuk-body">${unread === 0 ? (rows.length === 0 && !filtered ? 'We have sent you nothing yet.' : 'You have read everything that we sent you.') : `${unread} ${unread === 1 ? 'is' : 'are'} not read yet.`} <a class="govuk-link" href="${deliveryHref}">Choose what we email you</a>.</p>
${unread > 0 && form({ action: model.allReadAction, csrf: model.csrf }, button({ text: 'Mark all as read', classes: 'govuk-button--secondary' }))}
${(filtered || rows.length > 0) && filterOf(model)}
${rows.length === 0 ? html`<p class="govuk-body">${filtered ? 'Nothing that we sent you is like this.' : 'What we email you about your work comes here too.'}</p>` : html`${listOf(rows)}${pager(model.pages)}`}`,
  }
}

const filterOf = ({ action, chosen, groups, funds }: CentreModel): SafeHtml => {
  const one = (name: 'about' | 'fund' | 'show', label: string, value: string, items: readonly Choice[]) =>
    select({ id: name, name, label: { text: label }, value, items: [{ value: '', text: 'All' }, ...items] })
  return filter({
    action,
    clearHref: action,
    fields: html`${one('about', 'About', chosen.about, groups)}
${funds.length > 1 && one('fund', 'Fund', chosen.fund, funds)}
${one('show', 'Read or not', chosen.unreadOnly ? 'unread' : '', [{ value: 'unread', text: 'Not read yet' }])}`,
  })
}

const listOf = (rows: CentreModel['rows']): SafeHtml =>
  taskList({
    idPrefix: 'message',
    items: rows.map(({ href, subject, lang, about, written, read }) => ({
      href,
      title: { html: inLanguage(lang, subject) },
      hint: { text: `${about}, ${written}` },
      status: read ? { text: 'Read' } : { tag: { text: 'New' } },
    })),
  })
