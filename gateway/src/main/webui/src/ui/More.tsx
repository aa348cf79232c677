import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { useHandedOn } from './useHandedOn'

export function More({ more, busy }: { more?: () => void; busy: boolean }) {
  return more ? <ShowMore more={more} busy={busy} /> : null
}

function ShowMore({ more, busy }: { more: () => void; busy: boolean }) {
  const { t } = useTranslation()
  // The last page takes the button away.
  const box = useHandedOn<HTMLDivElement>()
  return (
    <div ref={box} className="j-more j-noprint">
      <Button variant="secondary" onClick={() => busy || more()} isLoading={busy} isAriaDisabled={busy}>
        {t('table.more')}
      </Button>
    </div>
  )
}
