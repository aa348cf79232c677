import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Meeting, Occurrence } from '../../api/types'
import { CheckField, TextAreaField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartmentName } from '../departments/queries'
import { lastChangeOf, readMeeting, useAttend } from './queries'

export function AttendanceForm({ meeting, occurrence, onClose }: { meeting: Meeting; occurrence: Occurrence; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const act = useAttend(meeting, onClose)
  const [there, setThere] = useState(occurrence.attendance?.departments ?? occurrence.participants)
  const [note, setNote] = useState(occurrence.attendance?.note ?? '')
  const title = t('meeting.recordNamed', { title: occurrence.title, when: format.day(occurrence.on) })
  return (
    <div className="j-formpart">
      <RecordForm
        label={title}
        submit={t('map.save')}
        record={meeting}
        queryKey={['meeting', meeting.ref]}
        read={() => readMeeting(meeting.ref)}
        lastChange={() => lastChangeOf(`meeting:${meeting.ref}`)}
        act={act}
        input={() => ({ on: occurrence.on, departments: there, ...(note.trim() && { note: note.trim() }) })}
        fields={['departments', 'note']}
        onCancel={onClose}
      >
        <CheckField
          label={t('meeting.whoCame', { title: occurrence.title, when: format.day(occurrence.on) })}
          values={there}
          onChange={setThere}
          error={act.error?.about('departments')}
          choices={occurrence.participants.map((code) => ({ value: code, label: nameOf(code) }))}
        />
        <TextAreaField label={t('meeting.note')} rows={2} value={note} error={act.error?.about('note')} onChange={setNote} />
      </RecordForm>
    </div>
  )
}
