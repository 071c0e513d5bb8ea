import type { ProfileTyped } from '../../../../core/network/index.ts'
import { button, checkboxes, input, radios, select, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, markdownHint } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund } from '../../pages/in-network.ts'

type Choice = { readonly value: string; readonly text: string }

export type EditProfileModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  readonly areas: readonly Choice[]
  readonly models: readonly Choice[]
  readonly stages: readonly Choice[]
  readonly people: readonly Choice[]
  readonly typed: ProfileTyped
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const label = (text: string) => ({ text, classes: 'govuk-label--s' })
const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** Writing what a council says of its review. */
export const editProfilePage = ({
  action,
  areas,
  models,
  stages,
  people,
  typed,
  errors,
  csrf,
  ...model
}: EditProfileModel): Page =>
  inNetwork(
    { ...model, title: 'Your profile', errors },
    form(
      { action, csrf },
      html`${input({ id: 'service', name: 'service', label: label('What do you review?'), hint: { text: 'In a few words, such as libraries and archives' }, value: typed.service, errorMessage: errorAt(errors, 'service') })}
${checkboxes({ name: 'serviceAreas', idPrefix: 'serviceAreas', fieldset: legend('Service areas'), hint: { text: 'Select all that apply' }, values: typed.serviceAreas, errorMessage: errorAt(errors, 'serviceAreas'), items: areas })}
${checkboxes({ name: 'models', idPrefix: 'models', fieldset: legend('Which delivery models do you consider? (optional)'), hint: { text: 'Select all that apply' }, values: typed.models, errorMessage: errorAt(errors, 'models'), items: models })}
${radios({ name: 'stage', idPrefix: 'stage', fieldset: legend('How far are you?'), value: typed.stage, errorMessage: errorAt(errors, 'stage'), items: stages })}
${select({ id: 'contact', name: 'contact', label: label('Whom should peers talk to? (optional)'), value: typed.contact, errorMessage: errorAt(errors, 'contact'), items: [{ value: '', text: 'Nobody yet' }, ...people] })}
${textarea({ id: 'about', name: 'about', label: label('What should peers know? (optional)'), hint: { text: `What you look for, what you can offer. ${markdownHint}` }, rows: 6, value: typed.about, errorMessage: errorAt(errors, 'about') })}
${button({ text: 'Save', preventDoubleClick: true })}`,
    ),
  )
