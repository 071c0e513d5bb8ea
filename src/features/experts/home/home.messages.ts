import type { OwnPanel } from './panels.store.ts'

/** How much waits for somebody on a panel. */
export const waitsWords = ({ waits }: Pick<OwnPanel, 'waits'>): string =>
  waits === 1 ? '1 thing waits for you' : `${waits} things wait for you`
