import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Column<Row> {
  name: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** The column that names the row. */
  main?: boolean
  sortKey?: string
}

interface DataTableProps<Row> {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  sort?: string
  onSort?: (sort: string) => void
  total?: number
}

/** A table that becomes a list of cards on a narrow screen, so that a page never scrolls sideways. */
export function DataTable<Row>({ label, columns, rows, keyOf, sort, onSort }: DataTableProps<Row>) {
  const { t } = useTranslation()
  const sorted = columns.findIndex(
    (column) => column.sortKey && (sort === column.sortKey || sort === `-${column.sortKey}`),
  )
  return (
    // It may scroll sideways, and then the keyboard has to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="j-table" role="group" aria-label={label} tabIndex={0}>
      <Table aria-label={label} variant="compact" gridBreakPoint="grid-md" borders>
        <Thead>
          <Tr>
            {columns.map((column, index) => (
              <Th
                key={column.name}
                modifier="wrap"
                className={column.numeric ? 'j-numeric' : undefined}
                sort={
                  column.sortKey && onSort
                    ? {
                        sortBy: {
                          index: sorted,
                          direction: sort?.startsWith('-') ? 'desc' : 'asc',
                          defaultDirection: 'desc',
                        },
                        columnIndex: index,
                        onSort: (_event, _index, direction) =>
                          onSort(`${direction === 'desc' ? '-' : ''}${column.sortKey}`),
                        'aria-label': t('table.sortBy', { column: column.name }),
                      }
                    : undefined
                }
              >
                {column.name}
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr key={keyOf(row)}>
              {columns.map((column) => {
                const content = column.cell(row)
                return (
                  <Td
                    key={column.name}
                    dataLabel={column.name}
                    className={[
                      column.numeric && 'j-numeric',
                      column.main && 'j-named',
                      content === '–' && 'j-absent',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                  >
                    {content}
                  </Td>
                )
              })}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  )
}
