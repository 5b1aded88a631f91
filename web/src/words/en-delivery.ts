import type { Partly } from "./merge.ts";
import type { Words } from "./words.ts";

// Of delivery inside the agency (see en.ts).
export const enDelivery: Partly<Words["delivery"]> = {
    groups: {
        add: "Add a group of recipients",
        edit: "Change a group of recipients",
        hint: "The name of a group prints as it is under «Nơi nhận». On the day of issue the document goes to everyone who holds its posts or works in its units.",
        empty: "There are no groups yet.",
        empty_hint: "For example «CT, PCT UBND xã», «Các đoàn thể», «Trưởng các thôn».",
        name: "Name as printed",
        members: "Members",
        member_add: "Add a post, a unit or a person",
        member_from: (name) => `From: ${name}`,
        member_to: (name) => `Until: ${name}`,
        kinds: { post: "post", unit: "unit", person: "person" },
    },
    seen_of: (seen, all) => `${seen}/${all} have looked`,
    paper_of: (handed, all) => `${handed}/${all} have the paper`,
    nobody: "nobody holds it",
    who: "Who has it, who has looked",
    through: (lines) => `through ${lines}`,
    not_seen: "not looked yet",
    reminded: (when) => `reminded ${when}`,
    waits_for_paper: "waits for the paper",
    handed: (day, to) => `handed over ${day}${to && ` (taken by ${to})`}`,
    remind: "Remind",
    reminded_done: "Those who have not looked are reminded.",
    hand_out: "Hand over on paper",
    hand_out_hint: "People without an account get the paper and sign a slip. Print the slips, hand the document over, then enter the day.",
    hand_out_who: "Have it and signed",
    handed_on: "Day of receipt",
    handed_to: "Taken for them by (if anybody)",
    handed_done: "The hand-over is entered.",
    slips: "Slips to sign",
};
