import type { FileKindId } from '../files/index.ts'
import type { Expression } from './expression-shape.ts'

/**
 * A form as data. Published versions never change; answers are kept by question id, so ids are for ever.
 * Ids are unique in the whole form: pages, questions (also those in a group), rules and checks each among their own kind.
 */
export type Form = {
  readonly id: string
  readonly title: string
  /** Markdown, shown before the first page. */
  readonly guidance?: string
  readonly pages: readonly FormPage[]
  /** Groups pages under headings in the task list. Each page is in one section, in the order of `pages`. */
  readonly sections?: readonly FormSection[]
  /** Who is eligible: see `Rule`. */
  readonly rules?: readonly Rule[]
  /** What must hold between answers: see `Check`. */
  readonly checks?: readonly Check[]
  /** Where the form's words come from, when they are not ours: an address or a citation. */
  readonly source?: string
  /** True when the published words of the whole form were not found. */
  readonly reconstructed?: boolean
}

export type FormSection = { readonly id: string; readonly title: string; readonly pages: readonly string[] }

export type FormPage = {
  readonly id: string
  readonly title: string
  /** Markdown, shown above the questions. */
  readonly guidance?: string
  /** The page and all its questions are hidden unless this holds. */
  readonly showIf?: Expression
  readonly questions: readonly Question[]
  readonly source?: string
  readonly reconstructed?: boolean
}

/**
 * An eligibility rule: fires when every question it reads is visible and answered and `when` holds.
 * `fail` refuses; `caveat` passes with `text` said. `clause` cites the published rule.
 */
export type Rule = {
  readonly id: string
  readonly clause: string
  readonly when: Expression
  readonly outcome: 'fail' | 'caveat'
  readonly text: string
  /** What can be done about it, as Markdown. */
  readonly remedy?: string
  /** Where the clause is published: a web address. */
  readonly link?: string
}

/** Something wrong between answers: when `when` holds, `text` is said at `question`, if that is visible. Submission only. */
export type Check = { readonly id: string; readonly when: Expression; readonly text: string; readonly question: string }

/** What every question has. */
type QuestionBase<Type extends string> = {
  readonly type: Type
  readonly id: string
  /** The question as asked, and its label or legend. */
  readonly label: string
  /** What it is called in the middle of a sentence, as in "Enter …": `name of the lead officer`. Made from the label if absent. */
  readonly shortName?: string
  /** False unless said: a question may be left unanswered. */
  readonly required?: boolean
  readonly showIf?: Expression
  /** Plain text below the label. */
  readonly hint?: string
  /** Markdown, for longer help. */
  readonly guidance?: string
  /** What the answer is to those who sign off. By type unless said, and `none` takes that away: see `materialOf`. */
  readonly material?: 'money' | 'scope' | 'partners' | 'none'
  readonly source?: string
  /** True when the published words of this question were not found, and these are ours. */
  readonly reconstructed?: boolean
}

/** `min` and `max` count characters. The answer is a string. */
type TextLimits = {
  readonly minWords?: number
  readonly maxWords?: number
  readonly min?: number
  readonly max?: number
  /** HTML autocomplete token: `email`, `tel`, `name`. */
  readonly autocomplete?: string
}

/** `min` and `max` are the least and the greatest answer. The answer is a number; money is in pounds, 12.5 is 12.5%. */
type NumberLimits = {
  readonly min?: number
  readonly max?: number
  readonly prefix?: string
  readonly suffix?: string
}

/** How many items a list may have. */
type ItemLimits = { readonly minItems?: number; readonly maxItems?: number; readonly itemName?: string }

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }
type WithOptions = { readonly options: readonly Option[] }

/** A column of a money table: pounds unless its type says otherwise. `min` is the least number in each of its cells. */
export type MoneyColumn = {
  readonly id: string
  readonly label: string
  readonly type?: 'money' | 'text' | 'whole-number' | 'number'
  readonly min?: number
}
export type MoneyRow = { readonly id: string; readonly label: string; readonly hint?: string }

export type TextType = 'short-text' | 'long-text' | 'email' | 'phone' | 'url'
export type NumberType = 'whole-number' | 'number' | 'money' | 'percentage'

export type TextQuestion = { [Type in TextType]: QuestionBase<Type> & TextLimits }[TextType]
export type NumberQuestion = { [Type in NumberType]: QuestionBase<Type> & NumberLimits }[NumberType]

/** The answer is an ISO day. `min` and `max` are the first and the last day allowed. */
export type DateQuestion = QuestionBase<'date'> & { readonly min?: string; readonly max?: string }
/** The answer is a boolean. The short name is what yes says: `this is a joint bid`. */
export type YesNoQuestion = QuestionBase<'yes-no'>
/** The answer is the value of one option. */
export type RadiosQuestion = QuestionBase<'radios'> & WithOptions
/**
 * What the service knows of an application, so that nobody is asked: the kind of the authority that leads it, or of the one
 * that the answer to another question names, such as a partner.
 */
export type Fact = 'lead-kind' | { readonly kindOf: string }
/**
 * The answer is the value of one option. With a `fact` the options are every kind of authority, by the words for them: in an
 * application the service answers it; a person does where there is no application yet, as in a screener, which knows no lead.
 * A question for the kind of a body that an answer names is asked only where there is that answer, and need not be answered.
 */
export type SelectQuestion = QuestionBase<'select'> & WithOptions & { readonly fact?: Fact }
/** The answer is a list of option values in the order of the options. `min` and `max` are how many may be chosen. */
export type CheckboxesQuestion = QuestionBase<'checkboxes'> &
  WithOptions & { readonly min?: number; readonly max?: number }
/** The answer is an authority's id in the register. */
export type AuthorityQuestion = QuestionBase<'authority'>
/** The answer is `{ line1, line2?, town, county?, postcode }`, or one string for an address copied from paper. */
export type AddressQuestion = QuestionBase<'address'>
/**
 * The answer is a list of `{ id, name, size, sha256 }`: see `AnsweredFile`. `min` and `max` are how many files; `maxMegabytes` is
 * how large each may be (10 unless said); `accept` which kinds are taken, all of them unless said.
 */
export type FileQuestion = QuestionBase<'file'> & {
  readonly min?: number
  readonly max?: number
  readonly maxMegabytes?: number
  readonly accept?: readonly FileKindId[]
}
/** The answer is true when the declaration is made. `declaration` is what is agreed to, as Markdown; the label is beside the tick box. */
export type DeclarationQuestion = QuestionBase<'declaration'> & { readonly declaration?: string }

/** A question that may stand in a repeating group. */
export type SimpleQuestion =
  | TextQuestion
  | NumberQuestion
  | DateQuestion
  | YesNoQuestion
  | RadiosQuestion
  | SelectQuestion
  | CheckboxesQuestion
  | AuthorityQuestion
  | AddressQuestion
  | FileQuestion
  | DeclarationQuestion

/** The answer is a list of `{ [question id]: answer }`. `itemName` is one of them in the middle of a sentence: `partner`. */
export type RepeatingGroupQuestion = QuestionBase<'repeating-group'> &
  ItemLimits & {
    readonly questions: readonly SimpleQuestion[]
  }

/**
 * The answer is a list of `{ [column id]: pounds or text }`; with fixed `rows` each item also has `row`, the id of its row.
 * `min` and `max` are for the total of all money cells, in pounds.
 */
export type MoneyTableQuestion = QuestionBase<'money-table'> &
  ItemLimits & {
    readonly columns: readonly MoneyColumn[]
    readonly rows?: readonly MoneyRow[]
    readonly min?: number
    readonly max?: number
  }

export type Question = SimpleQuestion | RepeatingGroupQuestion | MoneyTableQuestion
export type QuestionType = Question['type']
/** The question that has this type. */
export type QuestionOf<Type extends QuestionType> = Extract<Question, { readonly type: Type }>
