export { categoryWords, factorWords } from './filter-words.ts'
export { carriedForward, choicesOf, ratedChoicesOf } from './read-choices.ts'
export {
  type ShortlistedOption,
  type ShortlistRole,
  type ShortlistWarning,
  shortlistOf,
  shortlistRoles,
  shortlistWarnings,
} from './shortlist.ts'
