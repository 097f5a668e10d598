-- H2 2.x
-- One row for each person that has a contact or was erased. body is the contact as canonical JSON; erasing a person
-- empties it and sets the time, in microseconds since 1970-01-01T00:00Z.
CREATE TABLE IF NOT EXISTS ilt_contact (
    tenant VARCHAR(200) NOT NULL,
    person VARCHAR(200) NOT NULL,
    body CLOB,
    erased_at BIGINT,
    PRIMARY KEY (tenant, person),
    CHECK ((body IS NULL) <> (erased_at IS NULL))
);

INSERT INTO ilt_schema_history (version) SELECT 3 WHERE NOT EXISTS (SELECT 1 FROM ilt_schema_history WHERE version = 3);
