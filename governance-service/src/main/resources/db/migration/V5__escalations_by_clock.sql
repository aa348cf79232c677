-- When it was resolved, beside the resolution itself: lists go by it.
ALTER TABLE escalation ADD COLUMN resolved_at timestamptz;
UPDATE escalation SET resolved_at = (resolution ->> 'at')::timestamptz WHERE resolution IS NOT NULL;
ALTER TABLE escalation ADD CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL));
CREATE INDEX escalation_open_by_clock ON escalation (due_at, id) WHERE state <> 'RESOLVED';
CREATE INDEX escalation_resolved_lately ON escalation (resolved_at, id) WHERE state = 'RESOLVED';
