-- Which types of work change how the organisation works; all other work runs it. Null until somebody has said so: an empty list says that all work runs it.
ALTER TABLE flow_settings ADD COLUMN changing_types text[];
COMMENT ON COLUMN flow_settings.changing_types IS 'types of work items that change how the organisation works; null while nobody has said';
