-- Beside the account, the name that people know somebody by, as the token said it at that moment.
-- What was written before has none; the account is shown for it.
ALTER TABLE objective ADD COLUMN created_by_name text;
ALTER TABLE objective_owner ADD COLUMN accepted_by_name text;
ALTER TABLE objective_owner ADD CHECK (accepted_by_name IS NULL OR accepted_by IS NOT NULL);
ALTER TABLE key_result ADD COLUMN latest_by_name text;
ALTER TABLE check_in ADD COLUMN by_name text;
