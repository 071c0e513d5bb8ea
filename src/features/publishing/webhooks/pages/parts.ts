export type Crumbs = readonly { readonly text: string; readonly href?: string }[]

/** Where a webhook or a message stands. */
export type Standing = { readonly text: string; readonly colour: string }

/** A field of the form that sets a webhook up. */
export type Field = 'address' | 'events'
