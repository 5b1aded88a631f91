#pragma once
#include "office/incoming/incoming.h"

namespace congso::incoming {

// POST /api/incoming/{id}: a wrong registration is put right. What is absent stays; number, year, book and day of arrival never change.
struct Correction {
    Id<Incoming> id;
    int version{};
    std::string reason;
    std::optional<std::string> issuer, origin_number, kind, subject;
    std::optional<Date> issued_on;
    std::optional<Urgency> urgency;
    std::optional<Secrecy> secrecy;
    std::optional<std::string> signer_name, signer_position, document_code, note;
    std::optional<int> page_count, copy_count;
    std::optional<ReceivedAs> received_as{};
    std::vector<std::string> files; // a forgotten scan: ids from POST /api/files, added behind those that are there
};
BOOST_DESCRIBE_STRUCT(Correction, (),
                      (id, version, reason, issuer, origin_number, kind, subject, issued_on, urgency, secrecy, signer_name, signer_position,
                       document_code, note, page_count, copy_count, received_as, files))

// One value before and after: GET /api/incoming/{id}/corrections, newest first.
struct Corrected {
    int version{}; // of the document that the correction made
    std::string field, before, after, reason, person_name;
    Time at;
};
BOOST_DESCRIBE_STRUCT(Corrected, (), (version, field, before, after, reason, person_name, at))

// A past entry of an office that joins in mid-year: it comes with its number and is history, nothing of it waits for anyone.
struct PastIncoming {
    int number{};
    Date arrived_on, issued_on;
    std::string issuer, origin_number, kind, subject, note;
};

std::vector<FieldFault> faults_of(const Correction& correction, Date arrived_on);

} // namespace congso::incoming
