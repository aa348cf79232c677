import { numberFrom } from '../../ui/fields'

export const kinds = ['riskShare', 'rewardShare'] as const
export type Kind = (typeof kinds)[number]
/** What is written for each owner, as text that may not be a number yet. */
export type Draft = Record<string, Record<Kind, string>>

export interface Share {
  department: string
  riskShare: number
  rewardShare: number
}

/** Owners are equals unless they say else; what does not come out even goes to those named first. */
export function evenShares(owners: string[]): Draft {
  return Object.fromEntries(
    owners.map((owner, place) => {
      const share = String(Math.floor(100 / owners.length) + (place < 100 % owners.length ? 1 : 0))
      return [owner, { riskShare: share, rewardShare: share }]
    }),
  )
}

export function sharesIn(owners: { department: string; riskShare: number; rewardShare: number }[]): Draft {
  return Object.fromEntries(
    owners.map(({ department, riskShare, rewardShare }) => [
      department,
      { riskShare: String(riskShare), rewardShare: String(rewardShare) },
    ]),
  )
}

const isShare = (value: string) => {
  const share = numberFrom(value)
  return share !== undefined && Number.isInteger(share) && share >= 0 && share <= 100
}

export const wrongShares = (draft: Draft) =>
  Object.values(draft).some((shares) => kinds.some((kind) => !isShare(shares[kind])))

export const sumOf = (draft: Draft, kind: Kind) =>
  Object.values(draft).reduce((sum, shares) => sum + (numberFrom(shares[kind]) ?? 0), 0)

export const areWhole = (draft: Draft) => !wrongShares(draft) && kinds.every((kind) => sumOf(draft, kind) === 100)

export const toSend = (draft: Draft): Share[] =>
  Object.entries(draft).map(([department, shares]) => ({
    department,
    riskShare: numberFrom(shares.riskShare)!,
    rewardShare: numberFrom(shares.rewardShare)!,
  }))
