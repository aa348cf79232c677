-- Shares of risk and reward are now proposed to all owners together. Objectives that had none so far, or not for all, get them:
-- what an owner has accepted stays as it is, and the owners who have not accepted part the rest evenly.
CREATE TEMPORARY TABLE without_shares ON COMMIT DROP AS
SELECT objective_id FROM objective_owner
GROUP BY objective_id
HAVING count(risk_share) < count(*) OR count(reward_share) < count(*) OR sum(risk_share) <> 100 OR sum(reward_share) <> 100;

UPDATE objective_owner SET
    risk_share = fresh.risk / fresh.open + CASE WHEN fresh.rank <= fresh.risk % fresh.open THEN 1 ELSE 0 END,
    reward_share = fresh.reward / fresh.open + CASE WHEN fresh.rank <= fresh.reward % fresh.open THEN 1 ELSE 0 END
FROM (
    SELECT objective_id, department,
           100 - coalesce(sum(risk_share) FILTER (WHERE accepted_at IS NOT NULL) OVER (PARTITION BY objective_id), 0) AS risk,
           100 - coalesce(sum(reward_share) FILTER (WHERE accepted_at IS NOT NULL) OVER (PARTITION BY objective_id), 0) AS reward,
           count(*) FILTER (WHERE accepted_at IS NULL) OVER (PARTITION BY objective_id) AS open,
           row_number() OVER (PARTITION BY objective_id, accepted_at IS NULL ORDER BY place) AS rank
    FROM objective_owner JOIN without_shares USING (objective_id)) AS fresh
WHERE objective_owner.objective_id = fresh.objective_id
  AND objective_owner.department = fresh.department
  AND objective_owner.accepted_at IS NULL;

-- What callers saw of them has changed, so their ETags do.
UPDATE objective SET version = version + 1 WHERE id IN (SELECT objective_id FROM without_shares);

ALTER TABLE objective_owner ALTER COLUMN risk_share SET NOT NULL, ALTER COLUMN reward_share SET NOT NULL;
