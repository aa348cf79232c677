import type { Translated } from '../../i18n/translated'
import type en from './texts.en'

const fr: Translated<typeof en> = {
  today: {
    morning: 'Bonjour, {{name}}',
    afternoon: 'Bonjour, {{name}}',
    evening: 'Bonsoir, {{name}}',
    waits: 'Ce qui vous attend',
    reached: 'Ce qui vous est parvenu',
    nothing: 'Rien ne vous attend',
    nothingHint: 'C’est le bon moment pour regarder une chaîne ci-dessous, ou pour commencer quelque chose ensemble :',
    nothingReached: 'Les directions règlent leurs affaires entre elles. Ce qu’elles ne peuvent trancher vous parvient ici.',
    nothingAsked: 'Ce qui vous sera demandé apparaîtra ici.',
    streams: 'Les chaînes auxquelles vous participez',
    streamsHint: 'Vues en entier, de la première demande au résultat. Votre propre part vient en dernier : {{departments}}.',
    allStreams: 'Toutes les chaînes',
    allStreamsHint: 'Chacune vue en entier, de la première demande au résultat.',
    ourPart: 'Notre part',
    noStreams: 'Votre direction ne participe encore à aucune chaîne de valeur',
    noStreamsHint: 'Une chaîne de valeur montre comment plusieurs directions produisent un même résultat. Trouvez-en une à laquelle vous contribuez et demandez à ses porteurs d’y ajouter votre étape.',
    noStreamsAction: 'Voir toutes les chaînes de valeur',
  },
  waiting: {
    'accept-objective': 'Accepter',
    'check-in': 'Faire le point',
    'acknowledge-escalation': 'Prendre acte',
    'agree-resolution': 'Donner l’accord',
    vote: 'Voter',
    'decide-outcome': 'Décider',
    'resolve-escalation': 'Résoudre',
    'confirm-stream': 'Confirmer',
    'acknowledge-pain-point': 'Prendre note',
    'answer-pain-point': 'Répondre',
    for: 'pour {{department}}',
    since: 'en attente depuis',
  },
}

export default fr
