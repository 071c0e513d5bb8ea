import { fileSizeWords } from '../../core/files/index.ts'
import { numberWords, type QuestionType } from '../../core/forms/index.ts'
import { capital } from '../../core/text/capital.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { FactType } from './build-question.ts'
import { buildProblemWords } from './building/building.messages.ts'
import { readerWords } from './find-dependants.ts'
import type { FormProblem, Meanwhile } from './form-problem.ts'
import { screenerProblemText } from './screener/screener.messages.ts'

/** A problem as people read it, with the field that it is about. */
export type ProblemWords = { readonly text: string; readonly href: string }

type ProblemOf<Code> = Extract<FormProblem, { readonly code: Code }>
type Wording = { readonly [Code in FormProblem['code']]: (problem: ProblemOf<Code>) => ProblemWords }

const at = (field: string, text: string): ProblemWords => ({ text, href: `#${field}` })

const who = ({ by }: Meanwhile): string => (by === '' ? 'Somebody else' : by)

const changedWords = {
  draft: 'the draft',
  title: 'the title or the guidance',
  question: 'this question',
  page: 'this page',
  order: 'the order',
} as const

/** What people read. A new problem code does not compile until it has words here. */
const wording: Wording = {
  'definition-file': ({ file, wrong, limitBytes }) =>
    at(
      'upload',
      wrong === 'too-large'
        ? `“${file}” must be smaller than ${fileSizeWords(limitBytes)}`
        : `“${file}” is not a text file. Choose a form that was downloaded here or elsewhere: its name ends in .json`,
    ),
  'definition-wrong': ({ at: pointer, text, place }) =>
    at('definition', pointer === '' ? `The form ${text}` : `${capital(place ?? pointer)}: ${text}`),
  'screener-wrong': ({ problem }) => at('changeNote', screenerProblemText(problem)),
  'build-wrong': ({ problem }) => {
    const { field, text } = buildProblemWords(problem)
    return at(field, text)
  },
  'nothing-to-publish': () => at('changeNote', 'There is no draft of this form to publish'),
  'nothing-changed': ({ number }) =>
    at('changeNote', `The draft is the same as version ${number}, which is already published`),
  'change-note-missing': () => at('changeNote', 'Say what has changed since the last version'),
  'change-note-too-long': ({ most }) =>
    at('changeNote', `What has changed must be ${numberWords(most)} characters or less`),
  'page-empty': ({ title }) =>
    at('changeNote', `The page “${title}” has neither questions nor guidance: add some, or remove the page`),
  'json-missing': () => at('definition', 'Paste the definition of the form'),
  'json-wrong': ({ line, column }) =>
    at(
      'definition',
      line === null || column === null
        ? 'The definition cannot be read: its end is missing, or it is something else'
        : `The definition cannot be read from line ${line}, character ${column} on: look there for a missing comma, quotation mark or bracket`,
    ),
  'name-missing': () => at('name', 'Enter a name for the form'),
  'name-taken': ({ name }) => at('name', `The fund has a form called “${name}” already`),
  'purpose-not-chosen': () => at('purpose', 'Select what the form is for'),
  'start-not-chosen': () => at('start', 'Select what to start from'),
  'draft-there-already': ({ number }) => at('versions', `Version ${number} is a draft already: go on with that one`),
  'changed-meanwhile': (problem) =>
    at(
      problem.what === 'order' ? 'pages' : 'theirs',
      `${who(problem)} changed ${changedWords[problem.what]} at ${ukTime(problem.at)}, after you opened this page. ${
        problem.what === 'order' ? 'Nothing was moved' : 'What you wanted is not done yet: look at it again'
      }`,
    ),
  'gone-meanwhile': (problem) =>
    at(
      'main-content',
      `${who(problem)} removed this ${problem.what} at ${ukTime(problem.at)}, after you opened this page. What you wrote is not saved`,
    ),
  'published-meanwhile': ({ number }) =>
    at(
      'main-content',
      `Version ${number} has been published since you opened this page, and a published version never changes. Make a new draft`,
    ),
  'label-missing': () => at('label', 'Enter the question'),
  'type-not-chosen': () => at('type', 'Select how it is answered'),
  'word-limit-wrong': () => at('maxWords', 'The most words must be a whole number, like 500'),
  'options-missing': () => at('moreOptions', 'Enter at least one option, each on a line of its own'),
  'option-twice': ({ label }) => at('moreOptions', `The option “${label}” is there twice`),
  'question-needed': ({ kind, name }) => at('needed', `The question cannot be removed: ${readerWords({ kind, name })}`),
  'last-in-group': () =>
    at('needed', 'It is the only question of its group. Remove the group instead, or add another question first'),
  'page-title-missing': () => at('title', 'Enter a title'),
  'version-not-chosen': () => at('version', 'Select a version'),
  'criteria-read-others': ({ questions }) =>
    at(
      'version',
      `The sealed criteria of the round read answers that this version does not ask for: ${questions.join(', ')}. Choose a version that has them`,
    ),
  'slots-do-not-fit': () =>
    at(
      'version',
      'The rules of the round count applications by the answer to a question that this version does not ask, or asks with other options. Change the rules first',
    ),
  'applications-on-another': ({ applications }) =>
    at(
      'version',
      `${applications === 1 ? '1 application answers' : `${numberWords(applications)} applications answer`} another form. They can only move to another version of the same form`,
    ),
  'rules-locked': () =>
    at(
      'version',
      'This version has other eligibility rules, and the round is public or has opened: its rules are fixed. Words, questions and limits can still change',
    ),
  'rules-rest-on': ({ labels }) =>
    at(
      'version',
      `The round is public or has opened: its eligibility rules are fixed, and this version asks otherwise what they rest on: ${plainList(labels.map((label) => `“${label}”`))}. Type, options, conditions and whether an answer is needed must stay as they were. Words and limits can still change`,
    ),
}

/** The words for a problem, with the field it is about. */
export const formProblemWords = (problem: FormProblem): ProblemWords =>
  (wording[problem.code] as (problem: FormProblem) => ProblemWords)(problem)

/** The same for a page that may not have the field: it then links to `fallback`. */
export const problemsOnPage = (
  problems: readonly FormProblem[],
  fields: readonly string[],
  fallback: string,
): readonly ProblemWords[] =>
  problems
    .map(formProblemWords)
    .map(({ text, href }) => ({ text, href: fields.includes(href.slice(1)) ? href : `#${fallback}` }))

/** The words for a problem. @example formProblemText({ code: 'change-note-missing' }) // => 'Say what has changed since the last version' */
export const formProblemText = (problem: FormProblem): string => formProblemWords(problem).text

/** How a question is answered, by its type. */
export const typeWords: { readonly [Type in QuestionType | FactType]: string } = {
  'short-text': 'One line of text',
  'long-text': 'Text of several lines',
  email: 'Email address',
  phone: 'Telephone number',
  url: 'Web address',
  'whole-number': 'Whole number',
  number: 'Number',
  money: 'Amount in pounds',
  percentage: 'Percentage',
  date: 'Date',
  'yes-no': 'Yes or no',
  radios: 'One of a few options',
  select: 'One of many options, in a list',
  checkboxes: 'Any of several options',
  authority: 'An authority from the register',
  'lead-kind': 'The kind of the lead authority, known from the register',
  'named-kind': 'The kind of an authority that another answer names, known from the register',
  address: 'Address',
  file: 'Files to upload',
  declaration: 'A declaration to agree to',
  'repeating-group': 'A group of questions that repeats',
  'money-table': 'A table of amounts in pounds',
}
