import { fieldWordsField } from '../../src/core/saving/field-words.ts'

/**
 * What a page shows: its texts one by one, and the values of attributes that are read out. Not what is said in one language
 * alone, such as the name of a column of somebody else's file: that is marked `translate="no"`, for browsers that translate.
 */
export function shownOn(html: string): readonly string[] {
  const seen = html
    .replace(/<(script|textarea|pre|code)[\s>].*?<\/\1>/gs, '')
    .replace(/<(\w+)[^>]*\stranslate="no"[^>]*>.*?<\/\1>/gs, '')
  const said = [...seen.matchAll(/\s(?:aria-label|alt|placeholder)="([^"]*)"/g)].map(([, value = '']) => value)
  return [...seen.split(/<[^>]*>/), ...said].map(decoded)
}

/**
 * The attributes whose values nobody reads, but for ids and what points to them: those are made of titles. What a form
 * carries of the words of its fields is read, on the page that gives back what was written.
 */
export const unreadOn = (html: string): readonly string[] =>
  [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) =>
    tag.includes(` name="${fieldWordsField}"`)
      ? []
      : [...tag.matchAll(/\s([\w.-]+)="([^"]*)"/g)].flatMap(([, name = '', value = '']) =>
          read.test(name) ? [] : `${name}="${value}"`,
        ),
  )

const read =
  /^(?:aria-(?:label|description|roledescription)|alt|title|placeholder|content|id|for|aria-(?:describedby|labelledby|controls)|data-i18n\..*|data-[a-z-]+-label|data-column|data-not-sent)$/

const entities = { '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ', '&amp;': '&' } as const

/** The text that some markup stands for. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#39|quot|lt|gt|nbsp|amp);/g, (entity) => entities[entity as keyof typeof entities])

/** Names that are the same in every language. */
const names =
  /\b(?:GMT|BST|VAT|PDF|CSV|JSON|SHA|PNG|JPEG|Excel|Word|PowerPoint|OpenDocument|Microsoft|OpenAPI|GGIS|Delivering Differently)\b/g

/** `Intl` says them in the language of the page, and knows no words in one that is made of marks. */
const amounts = /\b\d+ (?:days?|hours?|minutes?|seconds?)\b/g

/** They stand in sentences of actions, and are others every day. */
const dates =
  /\b(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|midday|midnight)\b/g

/**
 * The phrases of a text, without what no translator changes: numbers, references, addresses, names of formats, Markdown.
 *
 * @example plainWords('Open the **front page** (DD-2026-A): 20 bids') // ['open the front page', 'bids']
 */
export const plainWords = (text: string): readonly string[] =>
  text
    .replace(/\]\([^)]*\)|\{\{[\w-]*\}\}/g, ' ')
    .replace(amounts, ' ')
    .replace(names, ' ')
    .replace(dates, ' ')
    .replace(/[*`[\]>#{}]/g, '')
    .split(/[:;,()“”.…?!"|\n]| [-–·] /)
    .map((phrase) =>
      phrase
        .replace(/\S*[\d/_=@]\S*/g, ' ')
        .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
        .replace(/\s+/g, ' ')
        .toLowerCase(),
    )
    .filter((phrase) => /\p{L}{2}/u.test(phrase))
