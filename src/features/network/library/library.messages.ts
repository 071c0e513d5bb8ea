import type { Licence, ResourceKind } from '../../../core/network/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { ResourceState } from './resources.store.ts'
import type { ReviewProblem, SendProblem } from './send-resource.ts'

export const kindWords: Readonly<Record<ResourceKind, string>> = { 'case-study': 'Case study', resource: 'Resource' }

/** @see https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/ */
export const licenceWords: Readonly<Record<Licence, string>> = {
  'ogl-3': 'Open Government Licence v3.0',
  'cc-by-4': 'Creative Commons Attribution 4.0',
  'cc-by-sa-4': 'Creative Commons Attribution-ShareAlike 4.0',
  'rights-reserved': 'All rights reserved',
}

export const stateTags: Readonly<Record<ResourceState, { readonly text: string; readonly colour: string }>> = {
  'in-review': { text: 'Waits for review', colour: 'yellow' },
  returned: { text: 'Returned', colour: 'red' },
  members: { text: 'For members', colour: 'blue' },
  public: { text: 'Public', colour: 'green' },
}

export const stepWords: Readonly<Record<ResourceState, string>> = {
  'in-review': 'Review it again',
  returned: 'Return it to the person who sent it',
  members: 'Let the members of the network read it, and nobody else',
  public: 'Publish it for everybody',
}

const names = {
  kind: 'what kind it is',
  title: 'a title',
  summary: 'what it is about',
  text: 'its text',
  author: 'who wrote it',
  licence: 'a licence',
} as const

export function sendProblemText(problem: SendProblem): FieldText {
  switch (problem.code) {
    case 'missing':
      return fieldText(
        problem.field,
        `${problem.field === 'kind' || problem.field === 'licence' ? 'Select' : 'Enter'} ${names[problem.field]}`,
      )
    case 'too-long':
      return fieldText(problem.field, `What you write must be ${problem.most} characters or less`)
    case 'not-an-address':
      return fieldText('sourceUrl', 'Enter a web address that begins with https://, or leave it blank')
    case 'conduct-first':
      return fieldText('title', 'Read and accept the code of conduct before you send something')
  }
}

export function reviewProblemText({ code }: ReviewProblem): FieldText {
  switch (code) {
    case 'step-missing':
      return fieldText('step', 'Select what to do')
    case 'note-missing':
      return fieldText('note', 'Enter why it is returned')
    case 'own-resource':
      return fieldText('step', 'You sent this yourself: somebody else of the team reviews it')
    case 'changed-meanwhile':
      return fieldText('step', 'Somebody else has already decided on this. Read it again')
  }
}
