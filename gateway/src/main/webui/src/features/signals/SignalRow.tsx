import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Signal } from '../../api/types'
import { paths, placeOf } from '../../paths'
import { useFormat } from '../../ui/format'
import { Tag } from '../../ui/Tag'
import { DepartmentNames } from '../departments/DepartmentName'
import { placeOfFigure, shifted } from './places'
import { ToDo } from './ToDo'
import { useSentence } from './words'

/** One signal: what has been found, whom it concerns, the figures behind it, and what can be done. */
export function SignalRow({ signal, short }: { signal: Signal; short?: boolean }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  return (
    <li className="j-row j-signal">
      <div className="j-row__words">
        <p className="j-row__meta">
          <Tag tone={signal.severity === 'high' ? 'bad' : 'warn'}>{t(`signal.severity.${signal.severity}`)}</Tag>
          <span>{t(`signal.kind.${signal.kind}`)}</span>
        </p>
        <h3 className="j-row__title">
          <Link to={(signal.subject && placeOf(signal.subject)) || paths.streams()}>{sentence(signal)}</Link>
        </h3>
        {!short && signal.departments.length > 0 && <DepartmentNames codes={signal.departments} plain />}
        <ToDo signal={signal} />
      </div>
      {!short && <Evidence signal={signal} />}
    </li>
  )
}

function Evidence({ signal }: { signal: Signal }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="j-signal__evidence">
      <dl className="j-pair">
        {signal.evidence.map(({ measure, value, unit }) => {
          const place = placeOfFigure(signal, measure)
          const shown =
            unit === 'ratio' ? format.percent(value) : unit === 'hours' ? format.shortHours(value) : format.integer(value)
          return (
            <div key={measure}>
              <dt>{t(`signal.figure.${measure}`)}</dt>
              <dd>
                {place ? (
                  <Link to={place} aria-label={t('signal.see', { figure: t(`signal.figure.${measure}`), value: shown })}>
                    {shown}
                  </Link>
                ) : (
                  shown
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {signal.since && signal.until && (
        <p className="j-quiet j-small">
          {t('signal.period', { from: format.utcDay(signal.since), until: format.utcDay(shifted(signal.until, -1)) })}
        </p>
      )}
    </div>
  )
}
