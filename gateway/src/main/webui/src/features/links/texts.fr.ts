import type { Translated } from '../../i18n/translated'
import type en from './texts.en'

const fr: Translated<typeof en> = {
  links: {
    title: 'D’où cela vient, où cela mène',
    unverified: 'pas encore vérifié',
    missing: 'n’existe plus',
    kind: {
      'value-stream': 'Chaîne de valeur',
      objective: 'Objectif',
      'key-result': 'Résultat clé',
      escalation: 'Escalade',
      decision: 'Décision',
      department: 'Direction',
      service: 'Service',
      cycle: 'Cycle',
    },
  },
}

export default fr
