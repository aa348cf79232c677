import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../api/types'
import { useFormat } from '../../ui/format'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { useReverseImport } from './queries'

/** Takes an import back, once somebody has read what that means; afterwards it tells when and by whom it was done. */
export function TakeBack({ code, of }: { code: string; of: ImportResult }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const act = useReverseImport(code, of.import, of.version, () => setOpen(false))
  if (of.reversedAt) {
    return <span className="j-quiet">{t('takeBack.done', { when: format.moment(of.reversedAt), who: of.reversedBy ?? '–' })}</span>
  }
  return (
    <>
      <Button variant="link" isInline isDanger aria-label={t('takeBack.of', { ref: of.import })} onClick={() => setOpen(true)}>
        {t('takeBack.short')}
      </Button>
      {open && (
        <Modal isOpen variant="small" onClose={() => setOpen(false)} aria-labelledby="take-back" aria-describedby="take-back-means">
          <ModalHeader title={t('takeBack.title', { ref: of.import })} labelId="take-back" titleIconVariant="warning" />
          <ModalBody id="take-back-means">
            <p>{t('takeBack.means', { count: of.accepted, number: format.integer(of.accepted), source: of.source })}</p>
            <ul className="j-changes">
              <li>{t('takeBack.figures')}</li>
              <li>{t('takeBack.later')}</li>
              <li>{t('takeBack.once')}</li>
            </ul>
            {act.error && <ProblemAlert error={act.error} takesFocus />}
          </ModalBody>
          <ModalFooter>
            <Button variant="danger" isLoading={act.isPending} isAriaDisabled={act.isPending} onClick={() => act.isPending || act.mutate({ input: {} })}>
              {t('takeBack.now')}
            </Button>
            <Button variant="link" onClick={() => setOpen(false)}>
              {t('form.cancel')}
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </>
  )
}
