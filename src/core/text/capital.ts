/** Words at the start of a line or a sentence. @example capital('county councils') // => 'County councils' */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
