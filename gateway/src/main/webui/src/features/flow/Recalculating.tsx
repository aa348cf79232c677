import { Alert } from '@patternfly/react-core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFlowFilters } from '../streams/FlowFilters'
import { flowQuery } from '../streams/queries'
import { useStream } from '../streams/StreamPage'

/** While changed rules are worked out the figures are those from before: the page says so, and follows when it is done. */
export function Recalculating() {
  const { t } = useTranslation()
  const stream = useStream()
  const queries = useQueryClient()
  const { level, period } = useFlowFilters()
  const { data } = useQuery({
    ...flowQuery(stream.code, level, period),
    refetchInterval: ({ state }) => (state.data?.recalculating ? 4000 : false),
  })
  const running = data?.recalculating ?? false
  const ran = useRef(false)
  useEffect(() => {
    if (ran.current && !running) {
      for (const queryKey of [['flow', stream.code], ['handoffs', stream.code], ['work-items', stream.code]]) {
        void queries.invalidateQueries({ queryKey })
      }
    }
    ran.current = running
  }, [running, queries, stream.code])
  return (
    <div role="status">
      {running && (
        <Alert component="p" isInline variant="info" className="j-recalculating" title={t('narrow.recalculating')}>
          {t('narrow.recalculatingHint')}
        </Alert>
      )}
    </div>
  )
}
