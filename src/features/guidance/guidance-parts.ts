/** The eight parts of a round's guidance, in the order in which people read them, with what they are called by default. */
export const guidanceParts = [
  { slug: 'setting-the-scene', title: 'Setting the scene' },
  { slug: 'how-to-apply', title: 'How to apply' },
  { slug: 'am-i-eligible', title: 'Am I eligible to apply?' },
  { slug: 'strong-application', title: 'What will make a strong application?' },
  { slug: 'faqs', title: 'Frequently asked questions' },
  { slug: 'form', title: 'The form' },
  { slug: 'scoring', title: 'Scoring criteria' },
  { slug: 'timetable', title: 'Indicative timetable' },
] as const

/** A part of the guidance, by its place in the address. */
export type PartSlug = (typeof guidanceParts)[number]['slug']

/** A page that is written and published: the announcement or a part of the guidance. */
export type PageSlug = 'announcement' | PartSlug

export const pageSlugs: readonly PageSlug[] = ['announcement', ...guidanceParts.map(({ slug }) => slug)]

/** What a change is about: people choose of which kinds they want to hear. */
export const changeKinds = ['content', 'deadline', 'rules', 'correction'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What a subscriber can be told about: changes of the pages, and new answers. */
export const subscriptionKinds = [...changeKinds, 'answers'] as const
export type SubscriptionKind = (typeof subscriptionKinds)[number]

/** @example isPartSlug('announcement') // => false */
export const isPartSlug = (text: string): text is PartSlug => guidanceParts.some(({ slug }) => slug === text)

/** @example isPageSlug('announcement') // => true */
export const isPageSlug = (text: string): text is PageSlug => pageSlugs.some((slug) => slug === text)

/** What a page is called until somebody has given it a title. @example defaultTitle('faqs') // => 'Frequently asked questions' */
export const defaultTitle = (slug: PageSlug): string =>
  guidanceParts.find((part) => part.slug === slug)?.title ?? 'Announcement'
