const now = Date.now()
export const hour = 3_600_000
export const today = new Date(now)

export const ago = (hours: number) => new Date(now - hours * hour).toISOString()
export const ahead = (hours: number) => ago(-hours)

/** A day of this year: months count from 0, day 0 is the last one of the month before. */
export const day = (month: number, date: number) =>
  new Date(Date.UTC(today.getFullYear(), month, date)).toISOString().slice(0, 10)
