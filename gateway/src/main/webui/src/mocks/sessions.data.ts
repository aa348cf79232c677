import type { Session } from '../api/types'

export const sessions: Record<string, Session> = {
  'head-it': { username: 'head-it', name: 'Ines Torvald', headOf: ['it'], memberOf: ['it'], roles: ['head', 'member'], language: '' },
  'head-hr': { username: 'head-hr', name: 'Hannah Reuter', headOf: ['hr'], memberOf: ['hr'], roles: ['head', 'member'], language: '' },
  'head-facilities': { username: 'head-facilities', name: 'Farid Costa', headOf: ['facilities'], memberOf: ['facilities'], roles: ['head', 'member'], language: '' },
  sponsor: { username: 'sponsor', name: 'Samir Okafor', headOf: [], memberOf: [], roles: ['executive-sponsor'], language: '' },
  'head-legal': { username: 'head-legal', name: 'Lea Moreau', headOf: ['legal'], memberOf: ['legal'], roles: ['head', 'member'], language: '' },
  admin: { username: 'admin', name: 'Ada Bergmann', headOf: [], memberOf: [], roles: ['governance-admin'], language: '' },
}
