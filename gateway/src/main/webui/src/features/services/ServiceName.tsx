import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../../paths'
import { serviceQuery } from './queries'

export function ServiceName({ code }: { code: string }) {
  const { data } = useQuery(serviceQuery(code))
  return <Link to={paths.service(code)}>{data?.name ?? code}</Link>
}
