const en = {
  services: {
    lead: 'What departments do for each other and for customers, told by its outcome.',
    search: 'Find a service',
    none: 'There are no services yet',
    noneHint: 'Begin with what somebody outside would miss first.',
  },
  service: {
    one: 'Service',
    about: 'What it is for',
    what: 'What it delivers',
    why: 'Why it matters',
    accountable: 'Accountable for its value',
    nobodyAccountable: 'nobody yet',
    unsaid: 'not said yet',
    owners: 'Who brings it about',
    streams: 'Value streams it is part of',
    noStreams: 'It is part of none yet: nobody sees how it comes about from end to end.',
    addToStream: 'Add it to a value stream',
    addNow: 'Add it',
    whichStream: 'Value stream',
    whichStreamHint: 'One that your department owns or owns with others.',
    consumers: 'Who uses it',
    noConsumers: 'No consumers are named yet.',
    lifecycle: 'Life cycle',
    state: { proposed: 'Proposed', designed: 'Designed', live: 'Live', retired: 'Retired' },
  },
}

export default en
