import shell from '../features/shell/texts.en'
import links from '../features/links/texts.en'
import today from '../features/today/texts.en'
import streams from '../features/streams/texts.en'
import streammap from '../features/streammap/texts.en'
import imports from '../features/imports/texts.en'
import signals from '../features/signals/texts.en'
import flow from '../features/flow/texts.en'
import objectives from '../features/objectives/texts.en'
import escalations from '../features/escalations/texts.en'
import decisions from '../features/decisions/texts.en'
import departments from '../features/departments/texts.en'
import services from '../features/services/texts.en'
import reports from '../features/reports/texts.en'
import administration from '../features/administration/texts.en'
import shared from './shared.en'

/** One language as a whole: a reader loads it in one piece. Each feature's texts lie beside the feature. */
export default {
  ...shared,
  ...shell,
  ...links,
  ...today,
  ...streams,
  ...streammap,
  ...imports,
  ...signals,
  ...flow,
  ...objectives,
  ...escalations,
  ...decisions,
  ...departments,
  ...services,
  ...reports,
  ...administration,
}
