-- PostgreSQL 12 or newer
-- One row for each record: where it stands. Moving it locks out other writers of the record.
CREATE TABLE IF NOT EXISTS ilt_head (
    tenant VARCHAR(200) NOT NULL,
    team VARCHAR(200) NOT NULL,
    school_year INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant, team, school_year)
);

-- One row for each entry. Times are microseconds since 1970-01-01T00:00Z. cites has one id a line. cites and body have
-- the first 4,000 characters (UTF-16 units) each; more has the others: more_cites of cites, then more_body of body.
CREATE TABLE IF NOT EXISTS ilt_entry (
    tenant VARCHAR(200) NOT NULL,
    team VARCHAR(200) NOT NULL,
    school_year INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    id VARCHAR(200) NOT NULL,
    kind VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    cites TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by VARCHAR(200) NOT NULL,
    previous VARCHAR(64) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    body TEXT NOT NULL,
    more_cites INTEGER NOT NULL,
    more_body INTEGER NOT NULL,
    more TEXT,
    PRIMARY KEY (tenant, team, school_year, sequence)
);

-- One row for each dataset, kept when its content is purged.
CREATE TABLE IF NOT EXISTS ilt_dataset (
    tenant VARCHAR(200) NOT NULL,
    dataset VARCHAR(64) NOT NULL,
    size_bytes BIGINT NOT NULL,
    content VARCHAR(64) NOT NULL,
    purged_at BIGINT,
    PRIMARY KEY (tenant, dataset)
);

-- The bytes of datasets, in parts.
CREATE TABLE IF NOT EXISTS ilt_dataset_part (
    tenant VARCHAR(200) NOT NULL,
    content VARCHAR(64) NOT NULL,
    part INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (tenant, content, part)
);

-- Which of these scripts were applied.
CREATE TABLE IF NOT EXISTS ilt_schema_history (
    version INTEGER NOT NULL PRIMARY KEY
);
INSERT INTO ilt_schema_history (version) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM ilt_schema_history WHERE version = 1);
