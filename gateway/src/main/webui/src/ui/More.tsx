import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'

export function More({ more, busy }: { more?: () => void; busy: boolean }) {
  const { t } = useTranslation()
  if (!more) return null
  return (
    <div className="j-more j-noprint">
      <Button variant="secondary" onClick={more} isLoading={busy} isDisabled={busy}>
        {t('table.more')}
      </Button>
    </div>
  )
}
