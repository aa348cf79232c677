import type { Translated } from '../../i18n/translated'
import type en from './texts.en'

const fr: Translated<typeof en> = {
  departments: {
    lead: 'Toutes de même rang. Chacune dit à quoi elle sert et où elle excelle.',
    none: 'Il n’y a pas encore de direction',
    noneHint: 'Les administrateurs ou un annuaire relié les ajoutent.',
  },
  department: {
    one: 'Direction',
    all: 'Toutes les directions',
    ours: 'nous',
    partOf: 'Rattachée à {{department}}',
    expertise: 'Savoir-faire reconnu',
    streams: 'Chaînes auxquelles elle participe',
    noStreams: 'Ne participe encore à aucune chaîne de valeur',
    noStreamsHint: 'Ce qu’elle fait pour les autres n’est pas visible de bout en bout.',
    itsPart: 'Sa part',
    openEscalations: 'Escalades',
  },
}

export default fr
