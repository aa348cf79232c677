import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import { paths } from '../../paths'
import { keyResultQuery } from './queries'

/** A key result is at home on its objective's page; this address finds it there, ready to check in. */
export function KeyResultPage() {
  const { ref = '' } = useParams()
  const { data: keyResult } = useSuspenseQuery(keyResultQuery(ref))
  return <Navigate replace to={paths.keyResult(keyResult.objective, ref)} />
}
