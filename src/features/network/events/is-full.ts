import type { NetworkEvent } from './events.store.ts'

/** Whether somebody who says yes now waits for a place: all are taken, or others wait already. */
export const isFull = ({ capacity, going, waiting }: Pick<NetworkEvent, 'capacity' | 'going' | 'waiting'>): boolean =>
  going >= capacity || waiting > 0
