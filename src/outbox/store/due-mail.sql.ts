/** What one engine needs to tell the time, to claim mail that is due, and to record what came of it. */
export interface OutboxDialect {
  /** One row, `now`: ISO text with milliseconds and Z, which sorts as the moments do. */
  readonly now: string;
  /** Parameters: owner, lease in seconds, most rows. Gives the ids that are now the owner's. */
  readonly claim: string;
  /** Parameter: a JSON list of `FinishedRow`. Gives the ids of those that were still the owner's. */
  readonly finish: string;
}

/** What came of one claim, under the names the statement reads. */
export interface FinishedRow {
  readonly id: string;
  readonly owner: string;
  readonly attempt: number;
  readonly state: string;
  readonly due_at: string;
  readonly done_at: string | null;
  readonly outcome: string;
  readonly reply: string;
}

// An expired lease is due like anything else: its owner has died, or will be fenced.
const isDue = (now: string): string =>
  `channel = 'email' AND state IN ('waiting', 'deferred', 'in-flight') AND due_at <= ${now}
   AND NOT EXISTS (SELECT 1 FROM outbox_hold WHERE outbox_hold.organisation_id = delivery.organisation_id)`;

// Of its owner's attempts only the one that still holds the lease may write.
const finishFrom = (rows: string): string => `
    UPDATE delivery
    SET state = result.state, due_at = result.due_at, done_at = result.done_at, outcome = result.outcome,
        reply = result.reply, lease_owner = NULL
    FROM (${rows}) AS result
    WHERE delivery.id = result.id AND delivery.state = 'in-flight'
      AND delivery.lease_owner = result.owner AND delivery.attempts = result.attempt
    RETURNING delivery.id`;

const sqliteNow = (later = ''): string => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now'${later})`;

const finishedColumns = ['id', 'owner', 'attempt', 'state', 'due_at', 'done_at', 'outcome', 'reply'] as const;

export const sqliteOutbox: OutboxDialect = {
  now: `SELECT ${sqliteNow()} AS now`,
  claim: `
    UPDATE delivery
    SET state = 'in-flight', lease_owner = ?, attempts = attempts + 1,
        due_at = ${sqliteNow(", '+' || ? || ' seconds'")}
    WHERE id IN (
      SELECT id FROM delivery WHERE ${isDue(sqliteNow())} ORDER BY due_at, made_at, position, id LIMIT ?
    )
    RETURNING id`,
  finish: finishFrom(
    `SELECT ${finishedColumns.map((name) => `value ->> '${name}' AS ${name}`).join(', ')} FROM json_each(?)`,
  ),
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
        due_at = ${postgresText('clock_timestamp() + make_interval(secs => $2)')}
    FROM due WHERE delivery.id = due.id
    RETURNING delivery.id`,
  finish: finishFrom(
    `SELECT * FROM json_to_recordset($1) AS rows(${finishedColumns
      .map((name) => `${name} ${name === 'attempt' ? 'integer' : 'text'}`)
      .join(', ')})`,
  ),
};
