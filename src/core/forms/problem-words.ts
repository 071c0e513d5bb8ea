import { plainList } from '../text/plain-list.ts'
import { dayInWords } from '../time/day.ts'
import type { QuestionType } from './definition.ts'
import { withArticle, withCapital } from './name-in-sentence.ts'
import { countWithNoun, limitWords, moneyWords, numberWords } from './number-words.ts'
import type { AddressPart, FindingOf, Place, Problem, ProblemCode } from './problem.ts'

/**
 * The words for a problem, in the style of GOV.UK error messages.
 *
 * @example problemText({ code: 'missing', question: 'a', field: 'a', name: 'email address', type: 'email' }) // => 'Enter the email address'
 */
export const problemText = (problem: Problem): string => (words[problem.code] as (problem: Problem) => string)(problem)

type Words = { readonly [Code in ProblemCode]: (problem: FindingOf<Code> & Place) => string }

/** A new code does not compile until it has words here. */
const words: Words = {
  missing: ({ type, name }) => missingWords[type](name),
  'not-text': ({ name }) => must(name, 'be text'),
  'control-characters': ({ name }) => must(name, 'not include control characters'),
  'too-long': ({ name, limit, characters }) =>
    `${must(name, `be ${upTo(limit, 'character')}`)}. You have used ${numberWords(characters)}`,
  'too-short': ({ name, limit, characters }) =>
    `${must(name, `be ${atLeast(limit, 'character')}`)}. You have used ${numberWords(characters)}`,
  'too-many-words': ({ name, limit, words }) =>
    `${must(name, `be ${upTo(limit, 'word')}`)}. You have used ${numberWords(words)}`,
  'too-few-words': ({ name, limit, words }) =>
    `${must(name, `be ${atLeast(limit, 'word')}`)}. You have used ${numberWords(words)}`,
  'not-an-email': ({ name }) => `${must(name, 'be an email address in the correct format')}, like name@example.com`,
  'not-a-phone': ({ name }) =>
    `${must(name, 'be a phone number')}, like 01632 960 001, 07700 900 982 or +44 808 157 0192`,
  'not-a-url': ({ name }) => `${must(name, 'be a web address')}, like https://www.example.com`,
  'not-a-number': ({ name }) => `${must(name, 'be a number')}, like 12.5`,
  'not-a-whole-number': ({ name }) => `${must(name, 'be a whole number')}, like 12`,
  'not-money': ({ name }) => `${must(name, 'be an amount of money in pounds')}, like 1,000 or 1,234.56`,
  'not-a-percentage': ({ name }) => `${must(name, 'be a percentage')}, like 12.5`,
  'too-small': ({ name, limit, type }) => must(name, `be ${limitWords(limit, { type })} or more`),
  'too-large': ({ name, limit, type }) => must(name, `be ${limitWords(limit, { type })} or less`),
  'year-too-early': ({ name, limit }) => must(name, `be ${limit} or later`),
  'year-too-late': ({ name, limit }) => must(name, `be ${limit} or earlier`),
  'total-too-small': ({ name, limit, total }) =>
    `The total of ${must(withArticle(name), `be ${moneyWords(limit)} or more`, false)}. It is ${moneyWords(total)}`,
  'total-too-large': ({ name, limit, total }) =>
    `The total of ${must(withArticle(name), `be ${moneyWords(limit)} or less`, false)}. It is ${moneyWords(total)}`,
  'date-incomplete': ({ name, missing }) => must(name, `include a ${plainList(missing)}`),
  'date-short-year': ({ name }) => `The year of ${must(withArticle(name), 'include 4 numbers', false)}`,
  'not-a-date': ({ name }) => must(name, 'be a real date'),
  'date-too-early': ({ name, limit }) => must(name, `be ${dayInWords(limit)} or later`),
  'date-too-late': ({ name, limit }) => must(name, `be ${dayInWords(limit)} or earlier`),
  'not-yes-or-no': ({ type, name }) => missingWords[type](name),
  'not-an-option': ({ name }) => `Select one of the choices offered for ${withArticle(name)}`,
  'not-a-list': ({ name }) => must(name, 'be a list'),
  'not-an-item': ({ name }) => must(name, 'have only the parts that the form asks for'),
  'too-few-chosen': ({ name, limit }) => `Select at least ${countWithNoun(limit, 'choice')} for ${withArticle(name)}`,
  'too-many-chosen': ({ name, limit }) =>
    `Select no more than ${countWithNoun(limit, 'choice')} for ${withArticle(name)}`,
  'too-few-items': ({ name, limit, itemName }) =>
    `Add at least ${countWithNoun(limit, itemName)} to ${withArticle(name)}`,
  'too-many-items': ({ name, limit, itemName, items }) =>
    `${must(name, `have no more than ${countWithNoun(limit, itemName)}`)}. You have added ${numberWords(items)}`,
  'not-an-authority': ({ name }) => `Select ${withArticle(name)} from the list of authorities`,
  'not-a-file': ({ name }) => `Upload ${withArticle(name)} again`,
  'too-few-files': ({ name, limit }) => `Upload at least ${countWithNoun(limit, 'file')} for ${withArticle(name)}`,
  'too-many-files': ({ name, limit, files }) =>
    `${must(name, `have no more than ${countWithNoun(limit, 'file')}`)}. You have uploaded ${numberWords(files)}`,
  'file-refused': ({ text }) => text,
  'file-infected': ({ file }) =>
    `“${file}” has a virus, so it cannot be submitted. Remove it, and upload a clean copy if you have one`,
  'file-failed': ({ file }) =>
    `“${file}” could not be checked for viruses, so it cannot be submitted. Remove it and upload it again`,
  'not-an-address': ({ name }) => must(name, 'be an address'),
  'not-a-postcode': ({ name }) => `Enter a full UK postcode for ${withArticle(name)}, like SW1A 2AS`,
  'address-part-missing': ({ name, part }) => `Enter ${addressParts[part]} of ${withArticle(name)}`,
  'form-too-long': ({ limit }) =>
    `All answers together must be ${upTo(limit, 'character')}. Shorten the longest answers`,
  check: ({ text }) => text,
}

const addressParts: { readonly [Part in AddressPart]: string } = {
  line1: 'the first line',
  line2: 'the second line',
  town: 'the town or city',
  county: 'the county',
  postcode: 'the postcode',
}

const enter = (name: string) => `Enter ${withArticle(name)}`
const select = (name: string) => `Select ${withArticle(name)}`

/** What to do about a question that was not answered; a name in quotation marks is a question that must be answered. */
const missingWords: { readonly [Type in QuestionType]: (name: string) => string } = {
  'short-text': forQuestion(enter),
  'long-text': forQuestion(enter),
  email: forQuestion(enter),
  phone: forQuestion(enter),
  url: forQuestion(enter),
  'whole-number': forQuestion(enter),
  number: forQuestion(enter),
  money: forQuestion(enter),
  percentage: forQuestion(enter),
  date: forQuestion(enter),
  // A short name is what yes says, as in “Select yes if this is a joint bid”; a whole question is quoted.
  'yes-no': (name) => (name.startsWith('“') ? `Select yes or no for ${name}` : `Select yes if ${name}`),
  radios: forQuestion(select),
  checkboxes: forQuestion(select),
  select: forQuestion(select),
  authority: forQuestion(select),
  address: forQuestion(enter),
  'repeating-group': (name) => `Add at least one to ${withArticle(name)}`,
  'money-table': forQuestion(enter),
  file: forQuestion((name) => `Upload ${withArticle(name)}`),
  declaration: (name) => `Confirm ${withArticle(name)}`,
}

function forQuestion(ask: (name: string) => string): (name: string) => string {
  return (name) => (name.startsWith('“') ? `Answer ${name}` : ask(name))
}

const must = (name: string, what: string, start = true): string =>
  `${name.startsWith('“') ? `${start ? 'The' : 'the'} answer to ${name}` : start ? withCapital(name) : name} must ${what}`

/** As the GOV.UK Design System words it: “350 characters or less”, and “500 words or fewer”. */
const upTo = (limit: number, noun: 'character' | 'word'): string =>
  `${countWithNoun(limit, noun)} or ${noun === 'character' ? 'less' : 'fewer'}`
const atLeast = (limit: number, noun: string): string => `${countWithNoun(limit, noun)} or more`
