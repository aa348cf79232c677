import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { Signal } from '../../api/types'
import { paths } from '../../paths'
import { useFormat } from '../../ui/format'
import { useDepartmentName } from '../departments/queries'
import { allStreamsQuery } from '../streams/queries'
import { raiseAbout } from './places'
import { codeOf, useCarrier, useSentence } from './words'

/** What can be done about a signal: a link that does it for whoever may, and who may for all others. */
export function ToDo({ signal }: { signal: Signal }) {
  const { t } = useTranslation()
  return (
    <p className="j-signal__do">
      <span className="j-signal__label">{t('signal.do')}</span> <What signal={signal} />
    </p>
  )
}

function What({ signal }: { signal: Signal }) {
  switch (signal.kind) {
    case 'service-without-stream':
      return <AddToStream signal={signal} />
    case 'stream-without-joint-owner':
      return <SetOwners signal={signal} />
    case 'stream-without-measure':
      return <Measure signal={signal} />
    case 'measures-inside-one-department':
      return <LookAtStreams signal={signal} />
    case 'bouncing-pair':
    case 'growing-queue':
      return <Raise signal={signal} />
  }
}

function AddToStream({ signal }: { signal: Signal }) {
  const { t } = useTranslation()
  const session = useSession()
  const { data: streams = [] } = useQuery(allStreamsQuery)
  const may = streams.some(({ owners }) => owners.some(session.heads))
  const service = codeOf(signal.subject ?? '')
  return may ? (
    <>
      {t('signal.hint.addToStream')}{' '}
      <Act to={paths.service(service, { do: 'stream' })} signal={signal}>{t('signal.act.addToStream')}</Act>
    </>
  ) : (
    <>{t('signal.hint.addToStreamOthers')}</>
  )
}

/** The stream that the signal is about, once it is known, and whether the reader may change it. */
function useSubject(signal: Signal) {
  const session = useSession()
  const { data: streams = [] } = useQuery(allStreamsQuery)
  const code = codeOf(signal.subject ?? '')
  const stream = streams.find((one) => one.code === code)
  return { code, stream, mayEdit: stream?.owners.some(session.heads) ?? false }
}

function useOwners() {
  const format = useFormat()
  const nameOf = useDepartmentName()
  return (owners: string[] = []) => format.list(owners.map(nameOf))
}

function SetOwners({ signal }: { signal: Signal }) {
  const { t } = useTranslation()
  const owners = useOwners()
  const { code, stream, mayEdit } = useSubject(signal)
  if (mayEdit) {
    return (
      <>
        {t('signal.hint.setOwners')}{' '}
        <Act to={paths.streamMap(code, { edit: 'owners' })} signal={signal}>{t('signal.act.setOwners')}</Act>
      </>
    )
  }
  return stream && stream.owners.length > 0 ? (
    <>{t('signal.hint.setOwnersOthers', { owners: owners(stream.owners) })}</>
  ) : (
    <>{t('signal.hint.noOwners')}</>
  )
}

function Measure({ signal }: { signal: Signal }) {
  const { t } = useTranslation()
  const owners = useOwners()
  const { code, stream, mayEdit } = useSubject(signal)
  if (!mayEdit) return <>{t('signal.hint.measureOthers', { owners: owners(stream?.owners) || '–' })}</>
  return (
    <>
      {t('signal.hint.measure')}{' '}
      {stream?.stages.length === 0 && (
        <Act to={paths.streamMap(code, { edit: 'map' })} signal={signal}>{t('signal.act.drawMap')}</Act>
      )}{' '}
      <Act to={paths.streamImport(code)} signal={signal}>{t('signal.act.measure')}</Act>
    </>
  )
}

function LookAtStreams({ signal }: { signal: Signal }) {
  const { t } = useTranslation()
  const { data: streams = [] } = useQuery(allStreamsQuery)
  return (
    <>
      {t('signal.hint.inside')}{' '}
      <span className="j-inline">
        {signal.concerns.map(codeOf).map((code) => (
          <Link key={code} to={paths.streamMap(code)}>
            {streams.find((one) => one.code === code)?.name ?? code}
          </Link>
        ))}
      </span>
    </>
  )
}

function Raise({ signal }: { signal: Signal }) {
  const { t } = useTranslation()
  const session = useSession()
  const nameOf = useCarrier()
  return session.isHead ? (
    <>
      {t(`signal.hint.${signal.kind === 'growing-queue' ? 'growing' : 'bouncing'}`)}{' '}
      <Act to={raiseAbout(signal, nameOf)} signal={signal}>{t('signal.act.raise')}</Act>
    </>
  ) : (
    <>{t('signal.hint.raiseOthers')}</>
  )
}

/** Many rows have the same link: each says which one it is. */
function Act({ to, signal, children }: { to: string; signal: Signal; children: ReactNode }) {
  const sentence = useSentence()
  return (
    <Link to={to} className="j-signal__act">
      {children}
      <span className="j-hidden">: {sentence(signal)}</span>
    </Link>
  )
}
