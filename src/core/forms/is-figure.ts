import type { Question, QuestionType } from './definition.ts'

const figures: readonly QuestionType[] = ['number', 'whole-number', 'money', 'percentage', 'money-table']

/** Whether answers are figures, which stand under one another at the right. @example isFigure({ type: 'money' }) // => true */
export const isFigure = ({ type }: Pick<Question, 'type'>): boolean => figures.includes(type)
