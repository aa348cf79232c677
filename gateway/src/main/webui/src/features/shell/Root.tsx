import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { Guarded, Waiting } from '../../ui/Guarded'

/** Around everything: until it is known who is here, nothing is shown. */
export function Root() {
  return (
    <Suspense fallback={<Waiting />}>
      <Guarded>
        <Outlet />
      </Guarded>
    </Suspense>
  )
}
