import type { Translated } from '../../i18n/translated'
import type en from './texts.en'

const fr: Translated<typeof en> = {
  signals: {
    lead: 'Ce que Jointly a remarqué de lui-même dans le catalogue et dans le flux du travail. Un signal n’accuse personne : il dit où des directions se passent le travail sans porter ensemble le résultat, et ce que l’on peut y faire.',
    kind: 'Ce qui a été remarqué',
    allKinds: 'Tout',
    about: 'Chaîne de valeur',
    allAbout: 'Toutes les chaînes',
    risk: {
      'non-emerging-value-streams': 'Personne ne voit ni ne porte le chemin entier',
      'inefficient-handoffs': 'Le travail se bloque entre les directions',
    },
    riskHint: {
      'non-emerging-value-streams':
        'Risque 1 : chaque direction fait bien sa part, mais le chemin de la demande au résultat n’est sur aucune carte, est porté par une seule direction ou n’est pas mesuré. Alors personne ne peut l’améliorer dans son ensemble.',
      'inefficient-handoffs':
        'Risque 2 : le travail fait des allers-retours, ou attend plus longtemps qu’avant d’être repris. Compté sur les 90 derniers jours de travail de chaque chaîne.',
    },
    none: 'Rien n’indique ce risque',
    noneHint: {
      'non-emerging-value-streams':
        'Chaque service utilisé fait partie d’une chaîne de valeur, et les chaînes sont portées en commun et mesurées de bout en bout.',
      'inefficient-handoffs': 'Aucun passage ne fait d’allers-retours, aucune file ne s’allonge. Le travail qui n’est pas importé ne peut être compté.',
    },
    noneHere: 'Rien n’indique ce risque ici',
    noneHereHint: 'Retirez un filtre pour voir ce qui a été remarqué ailleurs.',
    aboutThis: 'Ce qui a été remarqué ici',
    aboutThisHint: 'Le plus grave d’abord, avec ce que l’on peut y faire.',
    seeAllOfThis: 'Tout voir, avec les chiffres',
    mine: 'Ce qui a été remarqué dans votre travail',
    all: 'Ce qui a été remarqué',
    mineHint: 'Les signaux les plus graves que les directions ne portent pas le résultat ensemble.',
    seeAll: 'Voir tous les signaux',
    noneOfMine: 'Aucun signal ne concerne votre direction en ce moment.',
  },
  signal: {
    severity: { high: 'Grave', medium: 'À regarder' },
    kind: {
      'service-without-stream': 'Service sur aucune carte',
      'stream-without-joint-owner': 'Pas de porteurs communs',
      'stream-without-measure': 'Pas mesurée',
      'measures-inside-one-department': 'Mesurée dans une seule direction',
      'bouncing-pair': 'Allers-retours',
      'growing-queue': 'Attente qui s’allonge',
    },
    says: {
      'service-without-stream': '« {{name}} » est utilisé, mais aucune chaîne de valeur ne montre comment il se réalise de bout en bout.',
      'nobody-owns': 'Aucune direction ne porte « {{name}} ».',
      'one-owns': '« {{name}} » est portée par une seule direction.',
      'one-owns-for-many_one': '{{count}} direction participe à « {{name}} », mais une seule la porte.',
      'one-owns-for-many_many': '{{count}} de directions participent à « {{name}} », mais une seule la porte.',
      'one-owns-for-many_other': '{{count}} directions participent à « {{name}} », mais une seule la porte.',
      'stream-without-measure': 'Personne ne peut dire comment va « {{name}} » : rien de son travail n’est mesuré.',
      'measures-inside-one-department_one': '{{inside}} chaîne mesurée sur {{count}} : personne ne voit au-delà du travail d’une seule direction.',
      'measures-inside-one-department_many': '{{inside}} chaînes mesurées sur {{count}} : personne ne voit au-delà du travail d’une seule direction.',
      'measures-inside-one-department_other': '{{inside}} des {{count}} chaînes mesurées : personne ne voit au-delà du travail d’une seule direction.',
      'bouncing-pair': 'Dans « {{name}} », {{share}} de ce que {{from}} passe à {{to}} venait tout juste de {{to}}.',
      'growing-queue': 'Dans « {{name}} », le travail attend maintenant {{wait}} avant que {{to}} le reprenne. Avant, c’était {{before}}.',
    },
    figure: {
      'value-streams': 'Chaînes de valeur',
      consumers: 'Directions qui l’utilisent',
      owners: 'Porteurs',
      'departments-on-map': 'Directions qui y participent',
      'work-items': 'Travail mesuré',
      'share-inside': 'Part',
      'streams-inside': 'Une seule direction',
      'streams-measured': 'Chaînes mesurées',
      'return-share': 'Part rendue aussitôt',
      returns: 'Rendus aussitôt',
      handoffs: 'Passages',
      'mean-wait': 'Attente moyenne',
      'mean-wait-before': 'Attente moyenne avant',
    },
    see: '{{figure}} : {{value}}. Voir d’où cela vient',
    period: 'Compté du {{from}} au {{until}} inclus',
    do: 'Ce que l’on peut faire :',
    hint: {
      addToStream: 'Nommez la chaîne dont ce service fait partie, pour que quelqu’un voie le chemin entier.',
      addToStreamOthers: 'Le responsable d’une direction qui porte une chaîne peut y ajouter ce service. Parlez à celles qui l’utilisent.',
      setOwners: 'Demandez à celles qui participent de porter le résultat avec vous.',
      setOwnersOthers: 'Peut la partager le responsable de : {{owners}}. Proposez de porter le résultat ensemble.',
      noOwners: 'Personne ne la porte, donc personne ne peut la partager : qui tient le catalogue nomme ses premiers porteurs.',
      measure: 'Dessinez le chemin du travail, et apportez ce que vos outils en ont enregistré.',
      measureOthers: 'Son travail peut être apporté par les responsables de : {{owners}}.',
      inside: 'Voyez qui participe à ces chaînes, et apportez aussi le travail des autres :',
      bouncing: 'Réglez-le à deux, entre égaux : que faut-il avant de passer le travail ?',
      growing: 'Demandez-vous ensemble ce qui a changé, et qui peut alléger la file.',
      raiseOthers: 'Le responsable d’une direction peut lancer une escalade, que les concernées résolvent d’abord ensemble.',
    },
    act: {
      addToStream: 'L’ajouter à une chaîne de valeur',
      setOwners: 'Nommer des porteurs communs',
      drawMap: 'Dessiner la carte',
      measure: 'Apporter son travail',
      raise: 'Lancer une escalade',
    },
  },
}

export default fr
