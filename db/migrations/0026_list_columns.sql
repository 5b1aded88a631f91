-- Which columns of a list a person does not want to see (Decree 30/2020 Appendix VI part I: choose columns).

CREATE TABLE hidden_column (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    list TEXT NOT NULL CHECK (list IN ('incoming', 'outgoing', 'copies', 'work_dossiers')),
    columns TEXT NOT NULL, -- their names: "issuer,lead"
    PRIMARY KEY (agency, person, list),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
