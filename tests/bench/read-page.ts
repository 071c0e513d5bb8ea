import type { Applicant } from './plan.ts'

/** Whoever holds cookies. */
type Holder = { cookies: Readonly<Record<string, string>> }

export const cookieHeader = ({ cookies }: Holder): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

/** Keeps what `Set-Cookie` lines say, as a browser does. */
export function keepCookies(holder: Holder, lines: readonly string[]): void {
  for (const line of lines) {
    const pair = line.split(';', 1)[0] ?? ''
    const equals = pair.indexOf('=')
    holder.cookies = { ...holder.cookies, [pair.slice(0, equals)]: pair.slice(equals + 1) }
  }
}

/**
 * Opens a question page as a browser would, and reads its form.
 *
 * @param from where it is, and where saving it should lead
 * @param cookies those that the person has already
 * @throws {Error} if there is no such page, or no form in it to write in
 */
export async function openQuestion(
  url: string,
  from: Pick<Applicant, 'path' | 'next'>,
  cookies: Readonly<Record<string, string>>,
): Promise<Applicant> {
  const { path, next } = from
  const holder: Holder = { cookies }
  const response = await fetch(url + path, { headers: { cookie: cookieHeader(holder) }, redirect: 'manual' })
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`)
  keepCookies(holder, response.headers.getSetCookie())
  const form = readForm(body)
  if (form === undefined) throw new Error(`${path} has no form to write in`)
  return { cookies: holder.cookies, path, next, ...form, action: form.action ?? path }
}

export type ReadForm = {
  /** Undefined: the page's own address. */
  readonly action: string | undefined
  readonly fields: Readonly<Record<string, string>>
  readonly question: string
  readonly written: string
}

/** The form that has a text area in it, with what is hidden in it and its first button. */
export function readForm(page: string): ReadForm | undefined {
  const form = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => area.test(text))
  const [, attributes = '', written = ''] = area.exec(form ?? '') ?? []
  const question = attribute(attributes, 'name')
  if (form === undefined || question === undefined) return undefined
  const hidden = [...form.matchAll(/<input\b[^>]*>/g)].filter(([tag]) => attribute(tag, 'type') === 'hidden')
  const button = /<button\b[^>]*>/.exec(form)
  const fields = [...hidden, ...(button === null ? [] : [button])].flatMap(([tag]) => {
    const name = attribute(tag, 'name')
    return name === undefined ? [] : [[name, attribute(tag, 'value') ?? ''] as const]
  })
  const opening = form.slice(0, form.indexOf('>') + 1)
  return {
    action: attribute(opening, 'action'),
    fields: Object.fromEntries(fields),
    question,
    written: decode(written),
  }
}

const area = /<textarea\b([^>]*)>\n?([^<]*)<\/textarea>/

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' }

const decode = (text: string): string => text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name) => entities[name] ?? '')
