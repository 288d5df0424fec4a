/** What one engine needs to tell the time and to claim mail that is due. */
export interface OutboxDialect {
  /** One row, `now`: ISO text with milliseconds and Z, which sorts as the moments do. */
  readonly now: string;
  /** Parameters: owner, lease in minutes, most rows. Gives the ids that are now the owner's. */
  readonly claim: string;
}

// An expired lease is due like anything else: its owner has died, or will be fenced.
const isDue = (now: string): string =>
  `channel = 'email' AND state IN ('waiting', 'deferred', 'in-flight') AND due_at <= ${now}`;

const sqliteNow = (later = ''): string => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now'${later})`;

export const sqliteOutbox: OutboxDialect = {
  now: `SELECT ${sqliteNow()} AS now`,
  claim: `
    UPDATE delivery
    SET state = 'in-flight', lease_owner = ?, attempts = attempts + 1,
        due_at = ${sqliteNow(", '+' || ? || ' minutes'")}
    WHERE id IN (
      SELECT id FROM delivery WHERE ${isDue(sqliteNow())} ORDER BY due_at, made_at, position, id LIMIT ?
    )
    RETURNING id`,
};

const postgresText = (moment: string): string =>
  `to_char((${moment}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const postgresOutbox: OutboxDialect = {
  now: `SELECT ${postgresText('clock_timestamp()')} AS now`,
  // The moment is read once, so that the index of due mail can be used.
  claim: `
    WITH moment AS MATERIALIZED (SELECT ${postgresText('clock_timestamp()')} AS now),
    due AS MATERIALIZED (
      SELECT id FROM delivery WHERE ${isDue('(SELECT now FROM moment)')}
      ORDER BY due_at, made_at, position, id LIMIT $3 FOR UPDATE SKIP LOCKED
    )
    UPDATE delivery
    SET state = 'in-flight', lease_owner = $1, attempts = attempts + 1,
        due_at = ${postgresText('clock_timestamp() + make_interval(mins => $2)')}
    FROM due WHERE delivery.id = due.id
    RETURNING delivery.id`,
};
