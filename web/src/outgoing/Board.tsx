import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { OutgoingView, Recipient } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { Side } from "../ui/DocumentFrame.tsx";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";

// «Nơi nhận», and once the document is out, what became of it at each of them.
export function Board({ view }: { view: OutgoingView }) {
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
                        {view.dispatched_at > 0 && recipient.kind !== "outside" && <Standing recipient={recipient} />}
                        {recipient.returned_at ? <q className="board-reason">{recipient.return_reason}</q> : null}
                    </li>
                ))}
            </ul>
        </Side>
    );
}

function Standing({ recipient }: { recipient: Recipient }) {
    const today = useToday();
    const { cancelled_at, returned_at, received_at, read_at, delivered_at } = recipient;
    if (returned_at)
        return (
            <span className="sign people-state meaning-overdue">
                <IconAlertTriangle size={14} aria-hidden /> {words.outgoing.returned_there(moment(returned_at, today))}
            </span>
        );
    const told = cancelled_at
        ? words.outgoing.cancelled_there(moment(cancelled_at, today))
        : received_at
          ? words.outgoing.received_there(moment(received_at, today))
          : read_at
            ? words.incoming.read(moment(read_at, today))
            : delivered_at
              ? words.outgoing.delivered(moment(delivered_at, today))
              : words.outgoing.not_delivered;
    return (
        <span className={`sign people-state ${delivered_at ? "meaning-done" : "soft"}`}>
            {delivered_at > 0 && <IconCheck size={14} aria-hidden />} {told}
        </span>
    );
}
