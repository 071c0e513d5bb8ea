const sentences = [
  'Demand for the service has grown by a third in four years while its budget has fallen by a fifth.',
  'Those who use it told us in two consultations that they wait too long and have to tell their story more than once.',
  'The staff have asked for a say in how the work is arranged, and the turnover of the teams is above the average.',
  'Three contracts end within eighteen months of each other, so that this is the time at which the whole can be looked at.',
  'Our neighbours have the same contracts with the same providers, and their councillors have agreed to look at it with us.',
  'We have not settled on a model: we want to compare what there is, and to be able to show why one was chosen.',
]

/**
 * About a hundred and thirty words, as somebody would write them.
 *
 * @param mark what makes it unlike every other answer
 */
export const answerText = (mark: string): string => `Answer ${mark}. ${sentences.join(' ')}`
