import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { paths } from '../../paths'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { DepartmentName, DepartmentNames } from '../departments/DepartmentName'
import { SignalsAbout } from '../signals/SignalsAbout'
import { Lifecycle } from './Lifecycle'
import { serviceQuery } from './queries'
import { StreamsOfService } from './StreamsOfService'

export function ServicePage() {
  const { code = '' } = useParams()
  const { t } = useTranslation()
  const { data: service } = useSuspenseQuery(serviceQuery(code))
  return (
    <Page
      title={service.name}
      eyebrow={t('service.one')}
      trail={[{ name: t('nav.services'), to: paths.services() }]}
      lead={service.businessOutcome && <p className="j-outcome">{service.businessOutcome}</p>}
      actions={<Lifecycle state={service.lifecycle} />}
    >
      <Section title={t('service.about')}>
        <dl className="j-facts">
          <div>
            <dt>{t('service.what')}</dt>
            <dd>{service.what || <span className="j-unknown">{t('service.unsaid')}</span>}</dd>
          </div>
          <div>
            <dt>{t('service.why')}</dt>
            <dd>{service.why || <span className="j-unknown">{t('service.unsaid')}</span>}</dd>
          </div>
          <div>
            <dt>{t('service.accountable')}</dt>
            <dd>
              {service.accountable || (
                <span className="j-unknown">{t('service.nobodyAccountable')}</span>
              )}
            </dd>
          </div>
        </dl>
      </Section>
      <Section title={t('service.owners')}>
        <ul className="j-equals">
          {service.owners.map((owner) => (
            <li key={owner.department} className="j-equal">
              <h3>
                <DepartmentName code={owner.department} />
              </h3>
              <p>{owner.contribution || <span className="j-unknown">{t('owner.open')}</span>}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('service.streams')} lines={2}>
        <StreamsOfService service={service} />
      </Section>
      <SignalsAbout about={`service:${service.code}`} />
      <Section title={t('service.consumers')}>
        {service.consumers.length > 0 ? (
          <DepartmentNames codes={service.consumers} />
        ) : (
          <p className="j-quiet">{t('service.noConsumers')}</p>
        )}
      </Section>
    </Page>
  )
}
