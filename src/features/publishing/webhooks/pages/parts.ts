export type Crumbs = readonly { readonly text: string; readonly href?: string }[]

/** Where a webhook or a message stands. */
export type Standing = { readonly text: string; readonly colour: string }

/** A field of the forms that set a webhook up and change it. */
export type Field = 'address' | 'events' | 'secret'
