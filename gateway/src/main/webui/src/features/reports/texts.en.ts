const en = {
  reports: {
    lead: 'Each answers one question for one audience and serves one decision.',
    none: 'There are no reports',
    noneHint: 'Reports appear here as soon as the API describes them.',
  },
  report: {
    audience: 'For',
    decision: 'Serves the decision',
    show: 'Show',
    print: 'Print',
    rows: 'Rows',
    noRows: 'No rows.',
    readAt: 'Read on {{when}}.',
    partial: 'Incomplete: {{parts}}',
    reason: {
      'no-answer-in-time': 'the service behind it did not answer in time',
      'left-alone': 'the service behind it has been failing and is left alone for a moment',
      unreachable: 'the service behind it cannot be reached just now',
      refused: 'the service behind it did not give it',
    },
    chooseFirst: 'Choose what to report on',
    chooseFirstHint: 'Fields with a star are needed.',
    unknown: 'There is no such report.',
  },
}

export default en
