import { Checkbox, TextInput } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "../api/queries.ts";
import type { Delivery } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { faultOf, words } from "../words/words.ts";

interface Props {
    kind: "outgoing" | "copies"; // as the address has it
    id: string;
    symbol: string;
    deliveries: Delivery[];
    onClose: () => void;
}

// People without an account have signed for the paper.
export function HandOutBox({ kind, id, symbol, deliveries, onClose }: Props) {
    const today = useToday();
    const waiting = deliveries.filter(({ on_paper, handed_on }) => on_paper && !handed_on);
    const [people, setPeople] = useState<string[]>(waiting.length === 1 ? waiting.map(({ person }) => person) : []);
    const [day, setDay] = useState<string | null>(today);
    const [to, setTo] = useState("");
    const give = useAct(`/api/${kind}/{id}/hand-out` as const, () => {
        tell(words.delivery.handed_done);
        onClose();
    });
    return (
        <ActBox
            title={`${words.delivery.hand_out}: ${symbol}`}
            act={words.delivery.hand_out}
            problem={give.error}
            busy={give.isPending}
            off={people.length === 0}
            onAct={() => give.mutate({ id, people, handed_on: day, handed_to: to.trim() || null })}
            onClose={onClose}
        >
            <p className="soft">{words.delivery.hand_out_hint}</p>
            <a href={`/api/${kind}/${id}/hand-out-slips`} target="_blank" rel="noopener" className="row tight">
                <IconPrinter size={16} aria-hidden /> {words.delivery.slips}
            </a>
            <Checkbox.Group label={words.delivery.hand_out_who} value={people} onChange={setPeople} error={faultOf(give.error, "people")}>
                <div className="stack">
                    {waiting.map(({ person, person_name, post_name }) => (
                        <Checkbox key={person} value={person} label={post_name ? `${person_name}, ${post_name}` : person_name} />
                    ))}
                </div>
            </Checkbox.Group>
            <DateField label={words.delivery.handed_on} value={day} onChange={setDay} error={faultOf(give.error, "handed_on")} />
            <TextInput label={words.delivery.handed_to} value={to} onChange={(event) => setTo(event.currentTarget.value)} error={faultOf(give.error, "handed_to")} />
        </ActBox>
    );
}
