const en = {
  links: {
    title: 'Where it comes from and leads to',
    unverified: 'not checked yet',
    missing: 'no longer there',
    kind: {
      'value-stream': 'Value stream',
      objective: 'Objective',
      'key-result': 'Key result',
      escalation: 'Escalation',
      decision: 'Decision',
      department: 'Department',
      service: 'Service',
      cycle: 'Cycle',
    },
  },
}

export default en
