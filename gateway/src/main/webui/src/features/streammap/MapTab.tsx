import type { ReactNode } from 'react'
import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import { EmptyHint } from '../../ui/EmptyHint'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { useStream } from '../streams/StreamPage'
import { Confirmations } from './Confirmations'
import { Explained } from './Explained'
import { GapList } from './GapList'
import { MapEditor } from './MapEditor'
import { OwnersForm } from './OwnersForm'
import { TwoStates } from './StateLadder'
import { WordsForm } from './WordsForm'

/** The stream as its owners see it: what for, how it runs today, how it is to run, and what lies between. */
export function MapTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const [{ edit }, set] = useSearch('edit')
  const mayEdit = stream.owners.some((owner) => session.heads(owner))
  const close = () => set({ edit: '' })

  return (
    <>
      <Section
        title={t('map.purpose')}
        hint={t('map.purposeHint')}
        actions={
          mayEdit && (
            <>
              {edit !== 'owners' && (
                <Button variant="link" onClick={() => set({ edit: 'owners' })}>
                  {t('owners.set')}
                </Button>
              )}
              {edit !== 'words' && (
                <Button variant="link" onClick={() => set({ edit: 'words' })}>
                  {t('map.editWords')}
                </Button>
              )}
            </>
          )
        }
      >
        {mayEdit && edit === 'owners' && <OwnersForm stream={stream} onClose={close} />}
        {mayEdit && edit === 'words' ? (
          <WordsForm stream={stream} onClose={close} />
        ) : (
          <dl className="j-facts">
            <Fact name={t('field.purpose')}>{stream.purpose}</Fact>
            <Fact name={t('map.outcome')}>{stream.outcome}</Fact>
            {stream.themes.length > 0 && <Fact name={t('field.themes')}>{stream.themes.join(' · ')}</Fact>}
            {stream.triggers.length > 0 && <Fact name={t('field.triggers')}>{stream.triggers.join(' · ')}</Fact>}
            {stream.customers && <Fact name={t('stream.customers')}>{stream.customers}</Fact>}
          </dl>
        )}
        <Confirmations stream={stream} />
      </Section>
      <Section
        title={t('map.title')}
        hint={t('map.hint')}
        actions={
          mayEdit &&
          edit !== 'map' && (
            <Button variant="secondary" onClick={() => set({ edit: 'map' })}>
              {t('map.edit')}
            </Button>
          )
        }
      >
        <Explained />
        {mayEdit && edit === 'map' ? (
          <MapEditor stream={stream} onClose={close} />
        ) : stream.stages.length + stream.futureStages.length > 0 ? (
          <TwoStates stream={stream} />
        ) : (
          <EmptyHint title={t('stage.none')}>
            <p>{mayEdit ? t('map.noneOwner') : t('stage.noneHint')}</p>
          </EmptyHint>
        )}
      </Section>
      <Section title={t('gap.title')} hint={t('gap.hint')} lines={5}>
        <GapList stream={stream} mayEdit={mayEdit} />
      </Section>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
