import type { Level } from '../../api/types'
import { useDepartmentName } from '../departments/queries'

/** A carrier's name: departments go by codes, teams and stages by the names that the work gives them. */
export function useNameAt(level: Level) {
  const departmentName = useDepartmentName()
  return (carrier: string) => (level === 'department' ? (departmentName(carrier) ?? carrier) : carrier)
}
