import { IconAlertTriangle, IconBell, IconCheck, IconEye, IconEyeOff, IconFileText } from "@tabler/icons-react";
import type { Delivery, Recipient } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { Side } from "../ui/DocumentFrame.tsx";
import { moment, shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import "./board.css";

// Of the people to whom it went inside the agency, those whom one line of «Nơi nhận» brought it.
const through = (deliveries: Delivery[], line: Recipient) => deliveries.filter((each) => each.through.split("\n").includes(line.name));
const manyPeople = (line: Recipient) => line.kind === "group" || line.kind === "post" || line.kind === "unit";

interface Props {
    view: { recipients: Recipient[]; deliveries: Delivery[] };
    out: boolean; // it was given out
    none?: string; // what is said where nobody is named
}

// «Nơi nhận», and once it is out, what became of it at each of them.
export function Board({ view, out, none }: Props) {
    const addressees = view.recipients.filter(({ addressee }) => addressee);
    return (
        <Side title={words.outgoing.recipients}>
            {addressees.length > 0 && (
                <p>
                    <span className="soft">{words.outgoing.addressees}:</span> {addressees.map(({ name }) => name).join("; ")}
                </p>
            )}
            <ul>
                {view.recipients.map((recipient) => (
                    <li key={recipient.name} className="row tight">
                        - {recipient.name}
                        {recipient.mark && <span className="soft">({recipient.mark})</span>}
                        {out && recipient.kind !== "outside" && <Standing recipient={recipient} people={through(view.deliveries, recipient)} />}
                        {recipient.returned_at ? <q className="board-reason">{recipient.return_reason}</q> : null}
                    </li>
                ))}
            </ul>
            {none && view.recipients.length === 0 && <p className="soft">{none}</p>}
            {view.deliveries.length > 0 && <People deliveries={view.deliveries} />}
        </Side>
    );
}

// Person by person: who has looked and when, who was reminded, who had the paper.
function People({ deliveries }: { deliveries: Delivery[] }) {
    const today = useToday();
    return (
        <details className="readers" open={deliveries.length <= 8}>
            <summary>{words.delivery.who}</summary>
            <ul>
                {deliveries.map((each) => (
                    <li key={each.person}>
                        <div>
                            {each.person_name}
                            {each.post_name && <span className="soft">, {each.post_name}</span>}
                            {each.through && each.through !== each.person_name && <div className="soft">{words.delivery.through(each.through.split("\n").join("; "))}</div>}
                        </div>
                        <ReaderState delivery={each} today={today} />
                    </li>
                ))}
            </ul>
        </details>
    );
}

function ReaderState({ delivery, today }: { delivery: Delivery; today: string }) {
    const { on_paper, handed_on, handed_to, read_at, reminded_at } = delivery;
    if (on_paper)
        return (
            <span className={`sign people-state ${handed_on ? "meaning-done" : "meaning-today"}`}>
                {handed_on ? <IconCheck size={14} aria-hidden /> : <IconFileText size={14} aria-hidden />}
                {handed_on ? words.delivery.handed(shortDate(handed_on, today), handed_to) : words.delivery.waits_for_paper}
            </span>
        );
    return (
        <span className="reader-states">
            <span className={`sign people-state ${read_at ? "meaning-done" : "soft"}`}>
                {read_at ? <IconEye size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />} {read_at ? words.incoming.read(moment(read_at, today)) : words.delivery.not_seen}
            </span>
            {reminded_at > 0 && !read_at && (
                <span className="sign people-state soft">
                    <IconBell size={14} aria-hidden /> {words.delivery.reminded(moment(reminded_at, today))}
                </span>
            )}
        </span>
    );
}

function Standing({ recipient, people }: { recipient: Recipient; people: Delivery[] }) {
    const today = useToday();
    const { cancelled_at, returned_at, received_at, read_at, delivered_at } = recipient;
    if (returned_at)
        return (
            <span className="sign people-state meaning-overdue">
                <IconAlertTriangle size={14} aria-hidden /> {words.outgoing.returned_there(moment(returned_at, today))}
            </span>
        );
    if (manyPeople(recipient) && people.length > 0) {
        const here = people.filter(({ on_paper }) => !on_paper);
        const paper = people.filter(({ on_paper }) => on_paper);
        const seen = here.filter(({ read_at: at }) => at > 0).length;
        const handed = paper.filter(({ handed_on }) => handed_on).length;
        const told = [here.length > 0 && words.delivery.seen_of(seen, here.length), paper.length > 0 && words.delivery.paper_of(handed, paper.length)].filter(Boolean).join("; ");
        return <span className={`sign people-state numbers ${seen + handed === people.length ? "meaning-done" : "soft"}`}>{told}</span>;
    }
    const told = cancelled_at
        ? words.outgoing.cancelled_there(moment(cancelled_at, today))
        : received_at
          ? words.outgoing.received_there(moment(received_at, today))
          : read_at
            ? words.incoming.read(moment(read_at, today))
            : delivered_at
              ? words.outgoing.delivered(moment(delivered_at, today))
              : manyPeople(recipient)
                ? words.delivery.nobody
                : words.outgoing.not_delivered;
    return (
        <span className={`sign people-state ${delivered_at ? "meaning-done" : "soft"}`}>
            {delivered_at > 0 && <IconCheck size={14} aria-hidden />} {told}
        </span>
    );
}
