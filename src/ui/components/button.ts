import { html, type SafeHtml } from '../html.ts'
import { attribute, attributesOf, type Content, contentOf, flag, more, type Optional, type Styled } from './parts.ts'

export type ButtonOptions = Content &
  Styled &
  Optional<{
    type: 'submit' | 'button' | 'reset'
    name: string
    value: string | number
    disabled: boolean
    /** Makes a link that looks like a button. */
    href: string
    /** Ignores the second of two clicks within a second. The server has to be ready for it all the same. */
    preventDoubleClick: boolean
    isStartButton: boolean
    id: string
  }>

/**
 * A button, or a link in the shape of one.
 *
 * @example button({ text: 'Save and continue', preventDoubleClick: true })
 */
export function button(options: ButtonOptions): SafeHtml {
  const { isStartButton } = options
  const shared = html` class="govuk-button${more(options.classes)}${isStartButton && ' govuk-button--start'}" data-module="govuk-button"${attributesOf(options.attributes)}${attribute('id', options.id)}`
  const label = options.html && isStartButton ? html`<span>${options.html}</span>` : html`${contentOf(options)}`
  const content = html`${label}${isStartButton && startIcon}`
  if (options.href) return html`<a href="${options.href}" role="button" draggable="false"${shared}>${content}</a>`
  const state = html`${attribute('value', options.value)}${attribute('name', options.name)}${flag('disabled aria-disabled="true"', options.disabled)}${attributesOf({ 'data-prevent-double-click': options.preventDoubleClick })}`
  return html`<button type="${options.type || 'submit'}"${state}${shared}>${content}</button>`
}

/** Not focusable, or Internet Explorer's keyboard would stop at it. */
const startIcon = html` <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`
