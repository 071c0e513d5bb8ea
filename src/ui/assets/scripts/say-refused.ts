/** What is wrong with files, said as pages say what is wrong with a form: on top, beside the input and in the title. */

const own = 'data-refused'

/** As it was before something was refused. */
let titleBefore: string | undefined

/** Takes away what was said of files that were sent before. */
export function forgetRefused(): void {
  for (const box of document.querySelectorAll<HTMLElement>(`div[${own}]`)) {
    const field = document.querySelector(`[aria-describedby~="${CSS.escape(box.id)}"]`)
    const others = (field?.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== box.id)
    if (others.length > 0) field?.setAttribute('aria-describedby', others.join(' '))
    else field?.removeAttribute('aria-describedby')
    const group = box.closest('.govuk-form-group')
    box.remove()
    if (group?.querySelector('.govuk-error-message') === null) group.classList.remove('govuk-form-group--error')
  }
  for (const item of document.querySelectorAll(`li[${own}]`)) item.remove()
  const summary = document.querySelector('.govuk-error-summary')
  if (summary?.querySelector('li') === null) summary.remove()
  if (titleBefore !== undefined) document.title = titleBefore
  titleBefore = undefined
}

/** Says of each file that was not taken why, and brings the person there. */
export function sayRefused(refused: readonly { readonly input: HTMLInputElement; readonly words: string }[]): void {
  if (refused.length === 0) return
  for (const { input, words } of refused) {
    boxOf(input).append(messageOf(words))
    listOnTop().append(itemOf(input, words))
  }
  titleBefore ??= document.title
  document.title = `Error: ${titleBefore}`
  document.querySelector<HTMLElement>('.govuk-error-summary')?.focus()
}

/** What is focused to choose a file: the input, or what govuk-frontend puts in its place. */
const fieldOf = (input: HTMLInputElement): HTMLElement =>
  input.closest('.govuk-file-upload-wrapper')?.querySelector('button') ?? input

function boxOf(input: HTMLInputElement): HTMLElement {
  const field = fieldOf(input)
  const id = `${field.id}-refused`
  const there = document.getElementById(id)
  if (there !== null) return there
  const box = document.createElement('div')
  box.id = id
  box.setAttribute(own, '')
  ;(input.closest('.govuk-file-upload-wrapper') ?? input).before(box)
  input.closest('.govuk-form-group')?.classList.add('govuk-form-group--error')
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${id}`.trim())
  return box
}

function messageOf(words: string): HTMLElement {
  const message = document.createElement('p')
  message.className = 'govuk-error-message'
  const heard = document.createElement('span')
  heard.className = 'govuk-visually-hidden'
  heard.textContent = 'Error:'
  message.append(heard, ` ${words}`)
  return message
}

function itemOf(input: HTMLInputElement, words: string): HTMLElement {
  const field = fieldOf(input)
  const link = document.createElement('a')
  link.href = `#${field.id}`
  link.textContent = words
  link.addEventListener('click', (event) => {
    event.preventDefault()
    field.focus()
  })
  const item = document.createElement('li')
  item.setAttribute(own, '')
  item.append(link)
  return item
}

/** The list of what is wrong, on top of the page. */
function listOnTop(): Element {
  const there = document.querySelector('.govuk-error-summary__list')
  if (there !== null) return there
  const list = document.createElement('ul')
  list.className = 'govuk-list govuk-error-summary__list'
  const title = document.createElement('h2')
  title.className = 'govuk-error-summary__title'
  title.textContent = 'There is a problem'
  const body = boxWith('govuk-error-summary__body', list)
  const alert = boxWith('', title, body)
  alert.setAttribute('role', 'alert')
  const summary = boxWith('govuk-error-summary', alert)
  summary.tabIndex = -1
  ;(document.querySelector('main .app-column') ?? document.querySelector('main'))?.prepend(summary)
  return list
}

function boxWith(classes: string, ...content: readonly HTMLElement[]): HTMLElement {
  const box = document.createElement('div')
  if (classes !== '') box.className = classes
  box.append(...content)
  return box
}
