#pragma once
#include "lib/http/message.h"

// Private to lib/http.
namespace congso::http {

std::string_view reason_of(int status); // RFC 9110 §15; "Unknown" for a number without a name

// A problem with a status that no Fault stands for (405, 414, 431 …).
Response problem_of_status(int status, std::string_view code, const Error::Facts& facts = {}, const std::vector<FieldFault>& faults = {});

} // namespace congso::http
