import { summaryList } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ProfileModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly name: string
  readonly award: string
  readonly profile:
    | {
        readonly service: string
        readonly areas: string
        readonly models: string
        readonly stage: string
        readonly about: string
        readonly contact: { readonly name: string; readonly email: string } | undefined
      }
    | undefined
  readonly editHref: string | undefined
}

/** What a council says of its review. */
export const profilePage = ({ name, award, profile, editHref, ...model }: ProfileModel): Page =>
  inNetwork(
    { ...model, title: name },
    html`${summaryList({
      rows: [
        { key: { text: 'Award' }, value: { text: award } },
        ...(profile === undefined
          ? []
          : [
              { key: { text: 'Reviews' }, value: { text: profile.service } },
              { key: { text: 'Service areas' }, value: { text: profile.areas } },
              { key: { text: 'Considers' }, value: { text: profile.models || 'Not said' } },
              { key: { text: 'How far' }, value: { text: profile.stage } },
              {
                key: { text: 'Talk to' },
                value:
                  profile.contact === undefined
                    ? { text: 'Nobody named yet' }
                    : { html: link(`mailto:${profile.contact.email}`, profile.contact.name) },
              },
            ]),
      ],
    })}
${profile === undefined && paragraph('They have not written their profile yet.')}
${profile !== undefined && markdown(profile.about)}
${editHref !== undefined && paragraph(link(editHref, profile === undefined ? 'Write your profile' : 'Change your profile'))}`,
  )
