const en = {
  departments: {
    lead: 'All of equal standing. Each says what it is for and what it is best at.',
    none: 'There are no departments yet',
    noneHint: 'Administrators or a connected directory add them.',
  },
  department: {
    one: 'Department',
    all: 'All departments',
    ours: 'ours',
    partOf: 'Part of {{department}}',
    expertise: 'Recognised expertise',
    streams: 'Streams it is part of',
    noStreams: 'Not part of any value stream yet',
    noStreamsHint: 'What it does for others is not visible end to end.',
    itsPart: 'Its part in it',
    openEscalations: 'Escalations',
  },
}

export default en
