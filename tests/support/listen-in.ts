import type { BrowserContext, Request } from 'playwright-core'

/** What the scripts of pages say and send, from now on, in the windows of a browser. */
export type Overheard = {
  /** Each text once that a script put into a page, or asked somebody, without times of the day. */
  readonly said: Set<string>
  /** Each form and file once that was sent, without what is drawn at random; of what is saved while somebody types, its fields. */
  readonly sent: Set<string>
}

/** Listens to the scripts of every window that is opened from now on. */
export async function listenIn(context: BrowserContext): Promise<Overheard> {
  const heard: Overheard = { said: new Set(), sent: new Set() }
  const note = (text: string): void => {
    const words = text
      .replace(/\d+:\d\d[ap]m/g, 'TIME')
      .replace(/\s+/g, ' ')
      .trim()
    if (/\p{L}/u.test(words)) heard.said.add(words)
  }
  await context.exposeFunction('noteSaid', note)
  await context.addInitScript(watchPage)
  context.on('page', (page) => {
    page.on('dialog', (dialog) => note(dialog.message()))
    page.on('request', (request) => {
      if (request.method() === 'POST') heard.sent.add(settled(request))
    })
  })
  return heard
}

/** In the browser, before scripts of the page run: tells of each text and name that changes once the page is read. */
function watchPage(): void {
  const tell = (globalThis as unknown as { noteSaid: (text: string) => void }).noteSaid
  const named = ['aria-label', 'title', 'placeholder']
  const tellOf = (node: Node): void => {
    if (node instanceof Text) tell(node.data)
    if (!(node instanceof Element)) return
    for (const element of [node, ...node.querySelectorAll('*')])
      for (const name of named) if (element.hasAttribute(name)) tell(element.getAttribute(name) ?? '')
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) tellOf(text)
  }
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'characterData') tellOf(target)
      if (type === 'attributes' && target instanceof Element) tell(target.getAttribute(attributeName ?? '') ?? '')
      for (const node of addedNodes) tellOf(node)
    }
  })
  // Scripts of the page are modules: they run after it was read, and before this event.
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return
    const options = { subtree: true, childList: true, characterData: true, attributeFilter: named }
    observer.observe(document, options)
  })
}

const random = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[A-Z]+-\d{4}-[A-Z0-9-]+|\b[0-9a-f]{32,64}\b/g

function settled(request: Request): string {
  const body = request.postDataBuffer()?.toString('latin1') ?? ''
  const boundary = /^--(\S+)/.exec(body)?.[1] ?? '\0'
  const path = new URL(request.url()).pathname
  // How far somebody has typed by then is a matter of time, and so is which version that makes.
  const isSave = request.headers()['x-requested-with'] === 'autosave'
  const fields = isSave ? [...new URLSearchParams(body).keys()].join(' ') : body.replaceAll(boundary, 'boundary')
  return `${path} ${fields}`
    .replace(/(_csrf|fingerprint|version|_sent)=[^&]*/g, '$1=')
    .replace(/(name="(?:_csrf|version|_sent)"\r\n\r\n)[^\r]*/g, '$1')
    .replace(/%PDF[^\r]*/, '')
    .replace(random, '…')
}
