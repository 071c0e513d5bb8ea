/** The two packages for browsers come without types: these are the parts that we use. */

declare module 'govuk-frontend' {
  type Component = new (root: Element) => unknown
  export const Accordion: Component
  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const FileUpload: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const Radios: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component
  export const Tabs: Component
  export function createAll(component: Component, configuration?: object): unknown[]
}

declare module 'accessible-autocomplete' {
  type Enhancement = {
    selectElement: HTMLSelectElement
    defaultValue?: string
    showAllValues?: boolean
    preserveNullOptions?: boolean
    confirmOnBlur?: boolean
    autoselect?: boolean
    tNoResults?: () => string
    tStatusQueryTooShort?: (least: number) => string
    tStatusNoResults?: () => string
    tStatusSelectedOption?: (option: string, length: number, index: number) => string
    tStatusResults?: (length: number, selected: string) => string
    tAssistiveHint?: () => string
  }
  const accessibleAutocomplete: { enhanceSelectElement(options: Enhancement): void }
  export = accessibleAutocomplete
}

/** Whether these scripts speak another language than English: what is only for those is not in the others. */
declare const isTranslated: boolean
