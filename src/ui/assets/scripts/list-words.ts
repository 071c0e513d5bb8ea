/**
 * What `accessible-autocomplete` says aloud by itself, in English: this is taken into the scripts of other languages alone, so
 * it costs an English page nothing.
 */
export const listWords = {
  tStatusQueryTooShort: (least: number): string => `Type in ${least} or more characters for results`,
  tStatusNoResults: (): string => 'No search results',
  tStatusSelectedOption: (option: string, length: number, index: number): string =>
    `${option} ${index + 1} of ${length} is highlighted`,
  tStatusResults: (length: number, selected: string): string =>
    length === 1 ? `1 result is available. ${selected}` : `${length} results are available. ${selected}`,
  tAssistiveHint: (): string =>
    'When autocomplete results are available use up and down arrows to review and enter to select.  Touch device users, explore by touch or with swipe gestures.',
}
