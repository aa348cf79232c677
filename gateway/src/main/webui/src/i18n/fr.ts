import shell from '../features/shell/texts.fr'
import links from '../features/links/texts.fr'
import today from '../features/today/texts.fr'
import streams from '../features/streams/texts.fr'
import streammap from '../features/streammap/texts.fr'
import imports from '../features/imports/texts.fr'
import signals from '../features/signals/texts.fr'
import flow from '../features/flow/texts.fr'
import objectives from '../features/objectives/texts.fr'
import escalations from '../features/escalations/texts.fr'
import decisions from '../features/decisions/texts.fr'
import departments from '../features/departments/texts.fr'
import services from '../features/services/texts.fr'
import reports from '../features/reports/texts.fr'
import administration from '../features/administration/texts.fr'
import shared from './shared.fr'

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
