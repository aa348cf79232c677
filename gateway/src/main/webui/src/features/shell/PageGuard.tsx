import type { ReactNode } from 'react'
import { Guarded } from '../../ui/Guarded'
import { Refused } from './Refused'

/** Around a whole page: when its subject cannot be read, the page says so instead. */
export function PageGuard({ children }: { children: ReactNode }) {
  return (
    <Guarded lines={6} instead={(error) => <Refused error={error} />}>
      {children}
    </Guarded>
  )
}
