#pragma once
#include "lib/print/paper.h"
#include "office/registers/registers.h"

// Slips against which the clerk hands a document to people who have no account (phiếu giao văn bản).
namespace congso::registers {

struct HandOutSlip {
    std::string agency; // heading, one line each
    std::string number, kind, subject; // «45/TB-UBND ngày 04/5/2022»; «Thông báo»
    std::string issuer; // for whom it was issued
    std::string person, post; // who gets it
    std::string through; // lines of «Nơi nhận», one a line
    std::string urgency; // in capitals; empty when there is none
    int pages{}; // of the document; 0: not known
};

std::string print_hand_out_slips(const std::vector<HandOutSlip>& slips, Date today, const std::string& printed); // two on a page of A4

} // namespace congso::registers
