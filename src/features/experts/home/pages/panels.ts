import { taskList } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'

export type PanelsModel = {
  readonly panels: readonly { readonly name: string; readonly href: string; readonly waits: string }[]
}

/** The expert panels that somebody may open. */
export const panelsPage = ({ panels }: PanelsModel): Page => ({
  title: 'Expert panels',
  main: html`<h1 class="govuk-heading-l">Expert panels</h1>
<p class="govuk-body">A fund can have experts who answer questions of councils that hold one of its awards.</p>
${
  panels.length === 0
    ? html`<p class="govuk-body">There is none for you: you are not invited to one, and none of your councils holds an award of a fund that has one.</p>`
    : taskList({
        idPrefix: 'panels',
        items: panels.map(({ name, href, waits }) => ({ title: { text: name }, href, status: { text: waits } })),
      })
}`,
})
