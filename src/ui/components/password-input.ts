import { html, nothing, type SafeHtml } from '../html.ts'
import { button } from './button.ts'
import { type InputOptions, input } from './input.ts'
import { contentOf, more, type Optional, wordsFor } from './parts.ts'

export type PasswordInputOptions = Omit<
  InputOptions,
  'type' | 'prefix' | 'suffix' | 'inputWrapper' | 'spellcheck' | 'autocapitalize' | 'inputmode' | 'pattern'
> &
  Optional<{
    showPasswordText: string
    hidePasswordText: string
    showPasswordAriaLabelText: string
    hidePasswordAriaLabelText: string
    passwordShownAnnouncementText: string
    passwordHiddenAnnouncementText: string
    button: { readonly classes?: string | undefined }
  }>

/** A password, with a button that shows it. */
export function passwordInput(options: PasswordInputOptions): SafeHtml {
  const { formGroup, button: toggle, ...field } = options
  const id = options.id || options.name
  const after = formGroup?.afterInput
  const show = button({
    type: 'button',
    classes: `govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle${more(toggle?.classes)}`,
    text: options.showPasswordText ?? 'Show',
    attributes: { 'aria-controls': id, 'aria-label': options.showPasswordAriaLabelText ?? 'Show password', hidden: '' },
  })
  return input({
    ...field,
    id,
    type: 'password',
    classes: `govuk-password-input__input govuk-js-password-input-input${more(options.classes)}`,
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      ...formGroup,
      classes: `govuk-password-input${more(formGroup?.classes)}`,
      attributes: {
        'data-module': 'govuk-password-input',
        ...wordsFor('show-password', options.showPasswordText),
        ...wordsFor('hide-password', options.hidePasswordText),
        ...wordsFor('show-password-aria-label', options.showPasswordAriaLabelText),
        ...wordsFor('hide-password-aria-label', options.hidePasswordAriaLabelText),
        ...wordsFor('password-shown-announcement', options.passwordShownAnnouncementText),
        ...wordsFor('password-hidden-announcement', options.passwordHiddenAnnouncementText),
        ...formGroup?.attributes,
      },
      afterInput: { html: html`${show}${after ? html`${contentOf(after)}` : nothing}` },
    },
  })
}
