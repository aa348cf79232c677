import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section'
import { useStream } from '../streams/StreamPage'
import { History } from './History'
import { ImportSteps } from './ImportSteps'
import { Sources } from './Sources'

export function ImportTab() {
  const { t } = useTranslation()
  const stream = useStream()
  return (
    <>
      <Section title={t('import.title')} hint={t('import.hint')}>
        <ImportSteps stream={stream} />
      </Section>
      <Section title={t('import.sources')} hint={t('import.sourcesHint')}>
        <Sources code={stream.code} />
      </Section>
      <Section title={t('import.history')}>
        <History code={stream.code} />
      </Section>
    </>
  )
}
