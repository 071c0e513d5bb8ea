import { html, type SafeHtml } from '../html.ts'
import { button } from './button.ts'
import {
  attribute,
  attributesOf,
  type Content,
  hasContent,
  more,
  type Optional,
  type Styled,
  wordsFor,
} from './parts.ts'

export type ExitThisPageOptions = Content &
  Styled &
  Optional<{
    redirectUrl: string
    id: string
    activatedText: string
    timedOutText: string
    pressTwoMoreTimesText: string
    pressOneMoreTimeText: string
  }>

/** Leaves for a harmless page at once, for people who may be watched. */
export function exitThisPage(options: ExitThisPageOptions = {}): SafeHtml {
  const words = attributesOf({
    ...wordsFor('activated', options.activatedText),
    ...wordsFor('timed-out', options.timedOutText),
    ...wordsFor('press-two-more-times', options.pressTwoMoreTimesText),
    ...wordsFor('press-one-more-time', options.pressOneMoreTimeText),
  })
  const exit = button({
    html: hasContent(options)
      ? options.html
      : html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`,
    text: options.text,
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: options.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })
  return html`<div${attribute('id', options.id)} class="govuk-exit-this-page${more(options.classes)}" data-module="govuk-exit-this-page"${attributesOf(options.attributes)}${words}>${exit}</div>`
}
