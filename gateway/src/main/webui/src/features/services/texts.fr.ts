import type { Translated } from '../../i18n/translated'
import type en from './texts.en'

const fr: Translated<typeof en> = {
  services: {
    lead: 'Ce que les directions font les unes pour les autres et pour les clients, raconté par le résultat.',
    search: 'Trouver un service',
    none: 'Il n’y a pas encore de service',
    noneHint: 'Commencez par ce qui manquerait en premier à quelqu’un du dehors.',
  },
  service: {
    one: 'Service',
    about: 'À quoi il sert',
    what: 'Ce qu’il fournit',
    why: 'Pourquoi c’est important',
    accountable: 'Responsable de sa valeur',
    nobodyAccountable: 'personne pour l’instant',
    unsaid: 'pas encore dit',
    owners: 'Qui le rend possible',
    streams: 'Chaînes de valeur dont il fait partie',
    noStreams: 'Il ne fait encore partie d’aucune : personne ne voit comment il se réalise de bout en bout.',
    addToStream: 'L’ajouter à une chaîne de valeur',
    addNow: 'L’ajouter',
    whichStream: 'Chaîne de valeur',
    whichStreamHint: 'Une chaîne que votre direction porte, seule ou avec d’autres.',
    consumers: 'Qui l’utilise',
    noConsumers: 'Aucun utilisateur n’est encore nommé.',
    lifecycle: 'Cycle de vie',
    state: { proposed: 'Proposé', designed: 'Conçu', live: 'En service', retired: 'Retiré' },
  },
}

export default fr
