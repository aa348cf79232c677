import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { Service, ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { SelectField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { useSearch } from '../../ui/useSearch'
import { lastChangeOf, readStream, useChangeStream } from '../streammap/queries'
import { allStreamsQuery } from '../streams/queries'

/** The value streams that a service is part of; a head of an owner of a stream adds it to that one. */
export function StreamsOfService({ service }: { service: Service }) {
  const { t } = useTranslation()
  const session = useSession()
  const [{ do: act }, set] = useSearch('do')
  const { data: streams } = useSuspenseQuery(allStreamsQuery)
  const within = streams.filter(({ services }) => services.includes(service.code))
  const ours = streams.filter((one) => !within.includes(one) && one.owners.some(session.heads))
  return (
    <>
      {within.length > 0 ? (
        <ul className="j-links">
          {within.map(({ code, name }) => (
            <li key={code}>
              <Link to={paths.stream(code)}>{name}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="j-quiet">{t('service.noStreams')}</p>
      )}
      {ours.length > 0 &&
        (act === 'stream' ? (
          <AddForm service={service} streams={ours} onClose={() => set({ do: '' })} />
        ) : (
          <p className="j-actions">
            <Button variant="secondary" onClick={() => set({ do: 'stream' })}>
              {t('service.addToStream')}
            </Button>
          </p>
        ))}
    </>
  )
}

function AddForm({ service, streams, onClose }: { service: Service; streams: ValueStream[]; onClose: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState(streams[0]!.code)
  const stream = streams.find((one) => one.code === code) ?? streams[0]!
  const act = useChangeStream(stream.code, onClose)
  return (
    <div className="j-formpart">
      <RecordForm
        key={stream.code}
        label={t('service.addToStream')}
        submit={t('service.addNow')}
        record={stream}
        queryKey={['stream', stream.code]}
        read={() => readStream(stream.code)}
        lastChange={() => lastChangeOf(`value-stream:${stream.code}`)}
        act={act}
        input={() => ({ services: [...stream.services, service.code] })}
        about={({ services }) => ({ services: services.join(', ') })}
        fields={['services']}
        onCancel={onClose}
      >
        <SelectField
          label={t('service.whichStream')}
          hint={t('service.whichStreamHint')}
          value={stream.code}
          error={act.error?.about('services')}
          onChange={setCode}
          choices={streams.map((one) => ({ value: one.code, label: one.name }))}
        />
      </RecordForm>
    </div>
  )
}
