const en = {
  today: {
    morning: 'Good morning, {{name}}',
    afternoon: 'Good afternoon, {{name}}',
    evening: 'Good evening, {{name}}',
    waits: 'What waits for you',
    reached: 'What has reached you',
    nothing: 'Nothing waits for you',
    nothingHint: 'A good moment to look at a stream below, or to begin something together:',
    nothingReached: 'The departments are solving their matters among themselves. What they cannot settle reaches you here.',
    streams: 'The streams you are part of',
    streamsHint: 'Seen whole, from the first request to the result. Your own part comes last: {{departments}}.',
    allStreams: 'Value streams',
    allStreamsHint: 'Each seen whole, from the first request to the result.',
    ourPart: 'Our part in it',
    noStreams: 'Your department is in no value stream yet',
    noStreamsHint: 'A value stream shows how several departments bring one result about. Find one that you contribute to, and ask its owners to add your stage.',
    noStreamsAction: 'See all value streams',
  },
  waiting: {
    'accept-objective': 'Accept',
    'check-in': 'Check in',
    'acknowledge-escalation': 'Acknowledge',
    'agree-resolution': 'Agree',
    vote: 'Vote',
    'decide-outcome': 'Decide',
    'resolve-escalation': 'Resolve',
    for: 'for {{department}}',
    since: 'waiting for',
  },
}

export default en
