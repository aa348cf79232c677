import type { Department } from '../api/types'
import { ago } from './time'

const department = (code: string, name: string, purpose: string, expertise: string): Department => ({
  code,
  name,
  purpose,
  expertise,
  parent: null,
  timeZone: 'Europe/Paris',
  version: 1,
  createdAt: ago(900),
  updatedAt: ago(900),
})

export const departments: Department[] = [
  department('it', 'Information technology', 'Keeps the tools that everybody works with ready and safe.', 'Running what must not stop'),
  department('hr', 'Human resources', 'Finds, welcomes and develops the people we work with.', 'People and their first hundred days'),
  department('facilities', 'Facilities', 'Gives everyone a good place to work in.', 'Workplaces, buildings and moves'),
  department('finance', 'Finance', 'Keeps us solvent and tells us the truth in numbers.', 'Cost and investment'),
  department('procurement', 'Procurement', 'Buys what we need, fairly and in time.', 'Suppliers and contracts'),
  department('legal', 'Legal', 'Lets us act with a clear conscience.', 'Contracts and data protection'),
  department('sales', 'Sales', 'Wins customers and keeps the promise honest.', 'Knowing what customers want'),
  department('operations', 'Operations', 'Brings what was promised about, every day.', 'Planning and dispatch'),
  department('logistics', 'Logistics', 'Moves goods to where they are needed.', 'Routes and warehouses'),
  department('plant-north', 'Plant North', 'Builds the northern product line.', 'Assembly'),
  department('plant-south', 'Plant South', 'Builds the southern product line.', 'Coating'),
  department('customer-care', 'Customer care', 'Listens to customers and solves what hurts.', 'First-contact resolution'),
]
