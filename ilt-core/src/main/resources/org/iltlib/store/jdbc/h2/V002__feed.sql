-- H2 2.x
-- The feed tells each append of a tenant once, in order, at positions 1, 2, 3 … without gaps.
-- An append leaves a ticket in its own transaction, while it holds the row of its record in ilt_head. So tickets of
-- one record are in the order of the record, but a ticket of another record may be committed later than a higher one.
CREATE TABLE IF NOT EXISTS ilt_ticket (
    tenant VARCHAR(200) NOT NULL,
    ticket BIGINT GENERATED ALWAYS AS IDENTITY,
    team VARCHAR(200) NOT NULL,
    school_year INTEGER NOT NULL,
    first_sequence BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant, ticket)
);

-- Whoever reads the feed moves committed tickets here, one reader of a tenant at a time. ticket is 0 for what was
-- there before this script.
CREATE TABLE IF NOT EXISTS ilt_feed (
    tenant VARCHAR(200) NOT NULL,
    position BIGINT NOT NULL,
    ticket BIGINT NOT NULL,
    team VARCHAR(200) NOT NULL,
    school_year INTEGER NOT NULL,
    first_sequence BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant, position)
);

-- How far the feed of each tenant is numbered. Its row is the lock of those who number.
CREATE TABLE IF NOT EXISTS ilt_feed_head (
    tenant VARCHAR(200) NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);

-- What was appended before there was a feed: one change for each record, from its first entry to its last.
INSERT INTO ilt_feed (tenant, position, ticket, team, school_year, first_sequence, last_sequence, digest)
    SELECT tenant, ROW_NUMBER() OVER (PARTITION BY tenant ORDER BY team, school_year), 0, team, school_year, 1, sequence, digest
    FROM ilt_head WHERE NOT EXISTS (SELECT 1 FROM ilt_schema_history WHERE version = 2);
INSERT INTO ilt_feed_head (tenant, position)
    SELECT tenant, MAX(position) FROM ilt_feed
    WHERE NOT EXISTS (SELECT 1 FROM ilt_schema_history WHERE version = 2) GROUP BY tenant;

INSERT INTO ilt_schema_history (version) SELECT 2 WHERE NOT EXISTS (SELECT 1 FROM ilt_schema_history WHERE version = 2);
