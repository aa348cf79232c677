import { useTranslation } from 'react-i18next'

/** What a value stream map is, for those who see one for the first time. */
export function Explained() {
  const { t } = useTranslation()
  return (
    <details className="j-explained">
      <summary>{t('map.whatIsIt')}</summary>
      <p>{t('map.explained')}</p>
      <dl className="j-facts">
        {(['process', 'lead', 'accurate', 'ratio', 'rolled', 'handoff'] as const).map((term) => (
          <div key={term}>
            <dt>{t(`map.term.${term}`)}</dt>
            <dd>{t(`map.termHint.${term}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
