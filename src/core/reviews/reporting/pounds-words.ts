import { moneyWords } from '../../forms/index.ts'

/** Whole pounds: what stands behind the point is not known so far ahead. */
export const poundsWords = (pounds: number): string => moneyWords(Math.round(pounds) || 0)
