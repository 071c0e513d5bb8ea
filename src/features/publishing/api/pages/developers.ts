import { summaryList } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { breakablePath } from '../../../../ui/patterns/index.ts'

export type DevelopersModel = {
  /** Where the service is reached. */
  readonly origin: string
  readonly openApiHref: string
  readonly operations: readonly { readonly method: string; readonly path: string; readonly summary: string }[]
  readonly calculators: readonly string[]
  readonly limits: { readonly seconds: number; readonly bytes: number }
}

/** How programs read what is public. */
export const developersPage = ({ origin, openApiHref, operations, calculators, limits }: DevelopersModel): Page => ({
  title: 'Data and API',
  description: 'An API for funds, rounds and the arithmetic that anyone can run',
  breadcrumbs: [{ text: 'Funds', href: '/' }, { text: 'Data and API' }],
  main: html`<h1 class="govuk-heading-xl">Data and API</h1>
<p class="govuk-body-l">What is public about funds, their rounds and awards can be read by programs, and every calculation can be run again. No key is needed.</p>
<p class="govuk-body"><a class="govuk-link" href="${openApiHref}">The description of the API (OpenAPI 3.1)</a> says what every address takes and answers.</p>
<h2 class="govuk-heading-m">Addresses</h2>
${summaryList({ rows: operations.map(({ method, path, summary }) => ({ key: { text: summary }, value: { html: html`<code>${method} ${breakablePath(path)}</code>` } })) })}
<h2 class="govuk-heading-m">Reading lists</h2>
<pre class="app-scroll" tabindex="0" role="region" aria-label="Asking for a list"><code>curl ${origin}/api/v1/rounds?limit=10</code></pre>
<p class="govuk-body">An answer has <code>items</code> and <code>next</code>. Ask <code>next</code> for the page after, until it is null. Amounts are whole pounds and instants are in UTC. What is <code>illustrative</code> is made up.</p>
<p class="govuk-body">Send the <code>ETag</code> of what you have as <code>If-None-Match</code>: what has not changed is answered with 304 and no body. Pages of any website may ask. Too many requests in a minute are answered with 429.</p>
<h2 class="govuk-heading-m">Running a calculation</h2>
<pre class="app-scroll" tabindex="0" role="region" aria-label="Running a calculation"><code>curl --json @case.json ${origin}/api/v1/calculate/portfolio</code></pre>
<p class="govuk-body">The calculators are ${calculators.map((name, index) => html`${index > 0 ? ', ' : ''}<code>${name}</code>`)}. The same case gives the same output as at the command line. A case may be ${limits.bytes / 1_000_000} MB and take ${limits.seconds} seconds. What does not fit is answered with 422 and a list of <code>problems</code>, each with where it is.</p>
<h2 class="govuk-heading-m">Being told</h2>
<p class="govuk-body">The team of a fund can add a webhook. The service then calls your program when a round opens, a deadline changes, an update is posted, results are published or an award changes. Messages are signed as <a class="govuk-link" href="https://www.standardwebhooks.com/">Standard Webhooks</a> says. Write to the contact of the fund to be added. Without one, follow the feed of a round (Atom).</p>
<h2 class="govuk-heading-m">When something is wrong</h2>
<p class="govuk-body">Problems are JSON too (<code>application/problem+json</code>, RFC 9457), with a <code>title</code> in words. What is not known in a query is refused, and not passed over.</p>`,
})
