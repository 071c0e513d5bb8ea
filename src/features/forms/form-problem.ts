import type { ScreenerProblem } from '../../core/eligibility/index.ts'
import type { BuildProblem } from './building/building.messages.ts'
import type { DependantKind } from './find-dependants.ts'

/** What somebody else did to a draft meanwhile: who, '' when it is not known, and when. */
export type Meanwhile = { readonly by: string; readonly at: Date }

/** What can be wrong with a form that somebody wants to keep, publish or use. */
export type FormProblem =
  | { readonly code: 'definition-wrong'; readonly at: string; readonly text: string; readonly place?: string }
  | { readonly code: 'screener-wrong'; readonly problem: ScreenerProblem }
  | { readonly code: 'build-wrong'; readonly problem: BuildProblem }
  | { readonly code: 'nothing-to-publish' }
  | { readonly code: 'nothing-changed'; readonly number: number }
  | { readonly code: 'change-note-missing' }
  | { readonly code: 'change-note-too-long'; readonly most: number }
  | { readonly code: 'page-empty'; readonly title: string }
  | { readonly code: 'json-missing' }
  | {
      readonly code: 'definition-file'
      readonly file: string
      readonly wrong: 'too-large' | 'not-text'
      readonly limitBytes: number
    }
  | { readonly code: 'json-wrong'; readonly line: number | null; readonly column: number | null }
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'purpose-not-chosen' }
  | { readonly code: 'start-not-chosen' }
  | { readonly code: 'draft-there-already'; readonly number: number }
  | ({
      readonly code: 'changed-meanwhile'
      readonly what: 'draft' | 'title' | 'question' | 'page' | 'order'
    } & Meanwhile)
  | ({ readonly code: 'gone-meanwhile'; readonly what: 'question' | 'page' } & Meanwhile)
  | { readonly code: 'published-meanwhile'; readonly number: number }
  | { readonly code: 'label-missing' }
  | { readonly code: 'type-not-chosen' }
  | { readonly code: 'word-limit-wrong' }
  | { readonly code: 'options-missing' }
  | { readonly code: 'option-twice'; readonly label: string }
  | { readonly code: 'question-needed'; readonly kind: DependantKind; readonly name: string }
  | { readonly code: 'last-in-group' }
  | { readonly code: 'page-title-missing' }
  | { readonly code: 'version-not-chosen' }
  | { readonly code: 'slots-do-not-fit' }
  | { readonly code: 'criteria-read-others'; readonly questions: readonly string[] }
  | { readonly code: 'applications-on-another'; readonly applications: number }
  | { readonly code: 'rules-locked' }
  | { readonly code: 'rules-rest-on'; readonly labels: readonly string[] }
