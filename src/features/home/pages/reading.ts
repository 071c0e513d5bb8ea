import { periodWords, retentionRules, ruleName } from '../../../core/privacy/index.ts'
import { summaryList } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress } from '../../../ui/patterns/index.ts'
import { guidePath, guidesPath } from '../guides/guides.paths.ts'
import { statusPath } from '../home.paths.ts'
import type { Help, RoundContact, RoundHelp } from '../read-help.ts'

/** What the pages that everyone can read depend on. */
export type ReadingModel = { readonly serviceName: string; readonly evaluation: boolean }

const paragraph = (text: string): SafeHtml => html`<p class="govuk-body">${text}</p>`
const list = (items: readonly string[]): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
const heading = (text: string): SafeHtml => html`<h2 class="govuk-heading-m">${text}</h2>`
const title = (text: string): SafeHtml => html`<h1 class="govuk-heading-xl">${text}</h1>`

export const helpPage = ({ serviceName, round, contacts, guide, roles }: ReadingModel & Help): Page => ({
  title: 'Help and contact',
  main: html`${title('Help and contact')}
${guide !== undefined && html`<p class="govuk-body">New here? Follow the <a class="govuk-link" href="${guidePath(guide.slug)}">${guide.title}</a>.</p>`}
${round === undefined ? helpWithAny(serviceName, contacts) : helpWithRound(round)}
${roles.length > 0 && html`${heading('What you do here')}${list(roles)}`}
${heading('If you cannot use this service')}
${paragraph('Write to the programme team, or ask someone to do so for you. The team can take your application in another form, and can read questions and answers to you by telephone.')}
${heading('Near a deadline')}
${list([
  'What you type is saved as you go, and each page says when it was last saved.',
  'The time on our server counts, and a request that has reached it in time counts even if the answer is slow.',
  'After you submit, the page, an email and a PDF each give a reference and the time to the second.',
  'If the service fails, note the time and write to the programme team: what was saved is safe.',
])}
${html`<p class="govuk-body"><a class="govuk-link" href="${statusPath}">Whether the service works now</a></p>`}
${heading('Signing in')}
${paragraph('We email you a link and a six-digit code. There is no password to remember. The link works once, for 30 minutes; ask for another if it has run out.')}
${heading('Guides')}
${html`<p class="govuk-body">There are <a class="govuk-link" href="${guidesPath}">guides</a> for everybody who is new here: applicants, assessors, programme teams and administrators, and after an award councils, experts, suppliers and members of networks.</p>`}`,
})

const mailTo = (email: string): SafeHtml =>
  html`<a class="govuk-link" href="mailto:${email}">${emailAddress(email)}</a>`

const helpWithAny = (
  serviceName: string,
  contacts: readonly RoundContact[],
): SafeHtml => html`${heading('Who to write to')}
${paragraph(`Each round in ${serviceName} is run by its own programme team. Its page gives the email address to write to, and lists the questions that others have asked, with the answers.`)}
${
  contacts.length > 0 &&
  summaryList({
    rows: contacts.map(({ name, href, email }) => ({
      key: { html: html`<a class="govuk-link" href="${href}">${name}</a>` },
      value: { html: mailTo(email) },
    })),
  })
}`

const helpWithRound = ({ name, email, links }: RoundHelp): SafeHtml => html`${heading(name)}
${
  email === ''
    ? paragraph('The programme team gives its email address on the page of the round.')
    : html`<p class="govuk-body">Write to the programme team: ${mailTo(email)}</p>`
}
<ul class="govuk-list govuk-list--bullet">${links.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`

/** What goes and after how long, from the rules that are carried out. */
const periodsKept = retentionRules.flatMap((rule) =>
  rule.period === undefined ? [] : [`${ruleName(rule)}: ${periodWords(rule.period)}`],
)

export const privacyPage = ({ evaluation }: ReadingModel): Page => ({
  title: 'Privacy',
  main: html`${title('Privacy')}
${evaluation && paragraph('This copy of the service is for evaluation. Do not put real personal information into it.')}
${paragraph('The public body that runs a fund is the controller of the information about it. It uses the information to run the fund: to take applications, decide them and account for them. The lawful basis is a task carried out in the public interest.')}
${heading('What is kept')}
${list([
  'your name, work email address, telephone number and job title',
  'the organisations you act for, and what you may do',
  'what you and your colleagues write in an application, with who wrote it and when',
  'a record of each change, which cannot be altered afterwards',
  'when you signed in, and with which browser',
])}
${heading('Who sees it')}
${paragraph('Colleagues in your organisation and in the partners you invite see the application. The programme team sees it once it is submitted, and then so do the assessors, the interview panel, whoever decides, the funders and the auditors of its fund, each as far as their part needs it. Drafts are seen by nobody else.')}
${heading('How long it is kept')}
${paragraph('These periods apply unless the body that runs the service has decided otherwise, and longer only where an inquiry or a claim needs it. Records of how public money was given stay; once you are made anonymous they do not name you, except where you signed.')}
${list(periodsKept)}
${heading('Your rights')}
${html`<p class="govuk-body">If you can sign in, you can <a class="govuk-link" href="/account/your-data">download what is kept about you</a>.</p>`}
${paragraph('You can ask the programme team for a copy too, for something to be corrected, or to be forgotten. If you are not content with the answer you can complain to the Information Commissioner.')}`,
})

const cookies = [
  {
    name: 'session',
    purpose: 'Keeps you signed in.',
    ends: 'when you sign out, after 30 minutes without use, or after 12 hours',
  },
  {
    name: 'browser',
    purpose: 'Makes a sign-in code work only in the browser that asked for it.',
    ends: 'after half an hour',
  },
  {
    name: 'screening',
    purpose: 'Carries your answers to the questions about whether you can apply into the application that you start.',
    ends: 'when you start an application, or after 4 hours',
  },
  {
    name: 'provider',
    purpose: 'Checks that it is you who comes back from the identity provider, if you sign in with one.',
    ends: 'when you are back, or after 10 minutes',
  },
  {
    name: 'language',
    purpose: 'Remembers which language you chose, where the service speaks more than one.',
    ends: 'after a year',
  },
  { name: 'flash', purpose: 'Says once, on the next page, what you have just done.', ends: 'after a minute' },
]

export const cookiesPage = (_: ReadingModel): Page => ({
  title: 'Cookies',
  main: html`${title('Cookies')}
${paragraph('This service sets only the cookies that it cannot work without, so it does not ask for your consent. Pages that you only read without signing in set none.')}
${summaryList({ rows: cookies.map(({ name, purpose, ends }) => ({ key: { html: html`<span translate="no">${name}</span>` }, value: { html: html`${paragraph(purpose)}${paragraph(`Ends ${ends}.`)}` } })) })}
${paragraph('Where the service is reached over HTTPS the names begin with __Host-. While you write, text that is not yet saved is also kept in your browser’s own storage, and removed when the server has it. It is offered only to you, and it is removed when you sign out, or after 30 days.')}`,
})
