import type { Guides } from "./guide.ts";

const everywhere: [string, string][] = [
    ["Ctrl K", "find documents and pages, with or without Vietnamese marks"],
    ["↑ ↓, ↵", "move in a list, open the chosen row"],
    ["Ctrl ↵", "send the form"],
    ["Esc", "close the dialog"],
    ["?", "the keys of the page you are on"],
];

const lost: [string, string][] = [
    ["The line is down", "Leave the page as it is. What you typed is kept on this machine; press the same button again when the line is back: nothing is recorded twice."],
    ["The session has ended", "Enter the password on the page itself; what you typed is still there."],
];

export const guides: Guides = {
    clerk: {
        name: "Clerk",
        day: [
            "Open «My work»: documents waiting to be received come first, overdue and urgent ones on top.",
            "Open the first: the PDF on the left, the form already filled in on the right. Look again at fields marked ◐; click a word of the document to put it into the chosen field.",
            "Choose the lead and the deadline, press Ctrl ↵: registered and submitted in one go; the next document opens.",
            "Paper: scan it to PDF and drop it on the «Register» page, or choose «From paper».",
            "Approved drafts: when the signed paper arrives, open the document, «Take number», seal it, scan it, then «Issue».",
            "On an issued document, see which recipients received it and who has read it; «Remind» reminds the others, once a day.",
            "People without an account: print the slips, hand the paper over, take the signed slips back, then «Hand over on paper».",
            "A copy is wanted: open the document, press «Copy the document», choose the form and the signer; print it, have it signed and sealed, scan it, then «Give the copy out».",
            "At the end of the day print the day sheet of each book, sign and file it.",
        ],
        keys: [["n", "in a list: register or draft a new document"], ["s", "submit to the head"], ["x", "return to the sender"], ["c", "take a number"], ["h", "issue"], ...everywhere],
        when: [
            ["«Like a registered document»", "Open the other one and compare. The same: stop here. Another one: tick «This is another document»."],
            ["A secrecy level", "It does not enter the system. Delete the scan, use the separate paper book."],
            ["Wrong address", "«Return» with the reason; the sender reads it."],
            ["The number's date is refused", "It may not lie before the date of the number before. Choose that day or a later one."],
            ...lost,
        ],
    },
    head: {
        name: "Chairman, Vice-Chairman",
        day: [
            "Open «My work» on the computer or the phone: overdue, today, later.",
            "A document waits for your instruction: read it and the clerk's proposal. «Agree as proposed» assigns it.",
            "Otherwise: «Another instruction», a ready phrase or your own words, lead, co-workers, for information, deadline.",
            "A draft waits for your signature: read it, compare it with the version before, then «Approve, sign» or «Ask for changes».",
            "After approval: sign the paper and pass it to the clerk for number and seal.",
            "«Figures»: documents in, out, share on time; a number opens the list it counted.",
            "Filter «Only overdue» in «Incoming documents» to urge.",
        ],
        keys: [["a", "agree as proposed"], ["i", "write the instruction"], ["d", "approve, sign a draft"], ["y", "ask for changes"], ["g", "comment"], ...everywhere],
        when: [
            ["Away from the office", "The phone does the whole day: read, instruct, assign, approve. More acts stand behind «…»."],
            ["Somebody changed it just now", "The page shows the new state. Look again and press once more; nothing was overwritten."],
            ["How a deadline is counted", "Press «why?» beside it: each day, counted or not, and the reason."],
            ...lost,
        ],
    },
    officer: {
        name: "Officer",
        day: [
            "Open «My work»: what you lead, where you co-operate, what is for information, drafts to be changed.",
            "Open an assigned document and «Accept» it; the head sees that you did.",
            "«Report progress» as you go; «Forward» when you need others.",
            "An answer is due: «Draft the reply»; recipients, subject and basis are filled in.",
            "Write on the page, or download the DOCX, edit it in Word and «Upload the changed version».",
            "«Submit for signature»: signer, checkers, commenters. If it comes back, change it as asked and submit again.",
            "When the reply is issued the incoming document closes by itself; if none is needed, «Finish».",
        ],
        keys: [["a", "accept"], ["r", "draft the reply"], ["p", "report progress"], ["f", "forward"], ["k", "finish"], ["s", "submit for signature"], ["v", "upload the changed version"], ...everywhere],
        when: [
            ["It is not your work", "«Forward» it to the right person with a word, or tell whoever assigned it."],
            ["Two people change one draft", "The page puts both texts side by side. Choose place by place and save; no word is lost."],
            ["Only for information", "«Read» in the list is enough; «Undo» if it was a slip."],
            ...lost,
        ],
    },
    one_stop_officer: {
        name: "One-stop officer",
        day: [
            "Open «My work»: documents given to the desk, notices for information.",
            "About procedures or late dossiers: «Accept», look into it, «Report progress».",
            "A decision that publishes procedures: read it, mark it «Read», bring the notice board up to date.",
            "Duty roster, reception in the hamlets: «Draft a document», kind Notice, submit for signature.",
            "The monthly report of the desk: draft the reply from the document that asks for it.",
        ],
        keys: [["n", "in «Outgoing documents»: draft"], ["a", "accept"], ["r", "draft the reply"], ["p", "report progress"], ["k", "finish"], ...everywhere],
        when: [
            ["A citizen asks for a document", "Ctrl K, type the number or a few words. You find what you may see."],
            ["The deadline is a day off", "It is counted by the office's calendar; «why?» explains it."],
            ...lost,
        ],
    },
    standing_officer: {
        name: "Standing emulation officer",
        day: [
            "Open «My work»: documents of the council and of superiors about emulation and awards.",
            "A new plan or guide: «Accept», bring in others with «Forward».",
            "Plans, award decisions, invitations of the council: choose the council as issuing body.",
            "The mid-term report: draft the reply from the superior's plan; take numbers from «Figures» if you may see them.",
            "Submit with somebody who checks the form; follow the comments on the draft.",
        ],
        keys: [["n", "draft a document"], ["r", "draft the reply"], ["f", "forward"], ["g", "comment"], ["s", "submit for signature"], ...everywhere],
        when: [
            ["The wrong issuing body", "Change the draft before submitting; the signers follow the body."],
            ["An earlier text of the draft", "«Versions» keeps each one: who changed what."],
            ...lost,
        ],
    },
    inspector: {
        name: "Inspector",
        day: [
            "Open «My work»: plans, conclusions and orders given to the team.",
            "The inspection plan: «Draft a document», submit it to the chairman.",
            "Before a visit: find the documents that matter with Ctrl K, print the list.",
            "After a visit: draft the report or the minutes, attach files, submit.",
            "Follow the remedies by the progress noted on the documents.",
        ],
        keys: [["n", "draft a document"], ["a", "accept"], ["p", "report progress"], ["g", "comment"], ["k", "finish"], ...everywhere],
        when: [
            ["A document does not open", "Only those named on it see it. Ask whoever assigned it to add the team «for information»."],
            ["Paper to take along", "Every page prints; who printed it and when stands at its foot."],
            ...lost,
        ],
    },
    archivist: {
        name: "Archivist",
        day: [
            "Open «My work»: documents for information, professional guides.",
            "Find documents of every year in «Incoming» and «Outgoing»: by kind, issuer, days, person, state.",
            "The address of the page holds the filters: keep it as a bookmark or send it to a colleague.",
            "Open a document: main file, appendices, its story from arrival to the end.",
            "Compare the numbers of the books with the signed day sheets.",
        ],
        keys: [["↓", "from the search field to the list"], ["Home, End", "first and last row"], ["Alt ←", "back to the row you left"], ...everywhere],
        when: [
            ["You remember a few words", "Type them without marks; put them in quotes to find the phrase."],
            ["You remember the number", "Type it like 36/KH; leading zeros are not needed."],
            ...lost,
        ],
    },
    administrator: {
        name: "Administrator",
        day: [
            "«People, accounts»: people, posts, accounts, roles. A person may have several roles.",
            "«Organisation, rights»: groups of recipients and the templates of each kind; they say who gets a document and what a draft begins with.",
            "«Working calendar»: days off and days worked instead; open deadlines are counted again.",
            "Somebody leaves: untick «In office»; his sessions end at once.",
            "A forgotten password: set a new one, hand it over in person; it is changed at the first sign-in.",
            "On the server: congso backup every day, congso check every week. One line «clean» is enough.",
        ],
        keys: [["Tab", "in the order of the form"], ...everywhere],
        when: [
            ["An account is shut", "After wrong passwords it opens by itself in a few minutes; or set a new password."],
            ["The disk is full", "The page says that nothing was recorded. Make room on the server; people press the button again."],
            ["congso check finds a fault", "Leave the machine as it is, never mend the database by hand. Read each sentence; restore a back-up if needed."],
            ...lost,
        ],
    },
};
