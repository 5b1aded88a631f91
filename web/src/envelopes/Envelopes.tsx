import { Button, Kbd, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { queries, useAct, useList } from "../api/queries.ts";
import type { Envelope, EnvelopesState, Urgency } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { useFilters } from "../ui/filters.tsx";
import { Pages, Table } from "../ui/list.tsx";
import { UrgencyMark } from "../ui/marks.tsx";
import { tell } from "../ui/notice.tsx";
import { Empty, PageHead } from "../ui/page.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { moment, shortDate } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

const states = Object.entries(words.envelopes.state).map(([value, label]) => ({ value, label }));
const urgencies = Object.entries(words.urgency).map(([value, label]) => ({ value, label }));
const readAgain = () => void queries.invalidateQueries({ queryKey: ["/api/envelopes"] });

// Post addressed to someone by name: entered, handed over unopened, and registered only when it comes back opened.
export function Envelopes() {
    const { values, set } = useFilters(["state"] as const);
    const list = useList("/api/envelopes", { ...(values.state && { state: values.state as EnvelopesState }), limit: 50 });
    const [adding, setAdding] = useState(false);
    const [giving, setGiving] = useState<Envelope>();
    useKeys([{ key: "n", words: words.envelopes.add, run: () => setAdding(true) }]);
    const items = list.data?.pages.flatMap((page) => page.items);
    return (
        <>
            <PageHead title={words.envelopes.title}>
                <Select w={150} aria-label={words.fields.state} placeholder={words.incoming.all_states} data={states} value={values.state || null} onChange={(state) => set("state", state)} clearable />
                <ExportLink path="/api/exports/envelopes" input={{ state: values.state }} />
                <Button leftSection={<IconPlus size={16} />} rightSection={<Kbd size="xs">n</Kbd>} onClick={() => setAdding(true)}>
                    {words.envelopes.add}
                </Button>
            </PageHead>
            <p className="soft">{words.envelopes.hint}</p>
            <Pages list={list} items={items} empty={<Empty title={words.envelopes.empty} hint={words.envelopes.empty_hint} />}>
                <Table heads={[words.incoming.columns.arrived, words.envelopes.sender, words.envelopes.mark, words.envelopes.addressee, words.fields.state]} acts={words.work.columns.act}>
                    {items?.map((row) => (
                        <Row key={row.id} row={row} onGive={() => setGiving(row)} />
                    ))}
                </Table>
            </Pages>
            {adding && <AddBox onClose={() => setAdding(false)} />}
            {giving && <GiveBox envelope={giving} onClose={() => setGiving(undefined)} />}
        </>
    );
}

function Row({ row, onGive }: { row: Envelope; onGive: () => void }) {
    const today = useToday();
    const register = `/incoming/register/blank?${new URLSearchParams({ envelope: row.id, issuer: row.sender, origin_number: row.mark })}`;
    return (
        <tr>
            <td className="fixed soft">{shortDate(row.arrived_on, today)}</td>
            <td className="whole">
                <UrgencyMark urgency={row.urgency} /> {row.sender}
                {row.note && <div className="soft">{row.note}</div>}
            </td>
            <td className="fixed">{row.mark}</td>
            <td>{row.addressee}</td>
            <td>
                {words.envelopes.state[row.state]}
                {row.handed_at > 0 && <div className="soft numbers">{words.envelopes.handed(row.handed_to, moment(row.handed_at, today))}</div>}
            </td>
            <td className="fixed">
                <span className="row tight">
                    {row.state === "waiting" && (
                        <Button size="compact-sm" variant="light" onClick={onGive}>
                            {words.envelopes.hand_over}
                        </Button>
                    )}
                    {row.document ? (
                        <Link to={`/incoming/${row.document}`}>{words.envelopes.document}</Link>
                    ) : (
                        <Button component={Link} to={register} size="compact-sm" variant="subtle">
                            {words.envelopes.register}
                        </Button>
                    )}
                </span>
            </td>
        </tr>
    );
}

function AddBox({ onClose }: { onClose: () => void }) {
    const today = useToday();
    const [arrived_on, setArrived] = useState<string | null>(today);
    const [sender, setSender] = useState("");
    const [mark, setMark] = useState("");
    const [person, setPerson] = useState("");
    const [addressee, setAddressee] = useState("");
    const [urgency, setUrgency] = useState<Urgency>("normal");
    const [note, setNote] = useState("");
    const add = useAct("/api/envelopes", () => {
        tell(words.envelopes.added);
        readAgain();
        onClose();
    });
    return (
        <ActBox
            title={words.envelopes.add}
            act={words.verbs.save}
            problem={add.error}
            busy={add.isPending}
            onAct={() => add.mutate({ arrived_on, sender: sender.trim(), mark: mark.trim(), person: person || null, addressee: addressee.trim() || null, urgency, note: note.trim() })}
            onClose={onClose}
        >
            <TextInput data-autofocus required label={words.envelopes.sender} value={sender} onChange={(event) => setSender(event.currentTarget.value)} error={faultOf(add.error, "sender")} />
            <TextInput label={words.envelopes.mark} value={mark} onChange={(event) => setMark(event.currentTarget.value)} error={faultOf(add.error, "mark")} />
            <PersonPicker label={words.envelopes.person} placeholder={words.shares.pick} value={person} onChange={(id) => setPerson(id ?? "")} clearable error={faultOf(add.error, "person")} />
            <TextInput label={words.envelopes.addressee_text} value={addressee} onChange={(event) => setAddressee(event.currentTarget.value)} error={faultOf(add.error, "addressee")} />
            <DateField label={words.fields.arrived_on} value={arrived_on} onChange={setArrived} error={faultOf(add.error, "arrived_on")} />
            <Select label={words.fields.urgency} allowDeselect={false} data={urgencies} value={urgency} onChange={(value) => setUrgency((value ?? "normal") as Urgency)} />
            <TextInput label={words.fields.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={faultOf(add.error, "note")} />
        </ActBox>
    );
}

function GiveBox({ envelope, onClose }: { envelope: Envelope; onClose: () => void }) {
    const [to, setTo] = useState("");
    const give = useAct("/api/envelopes/{id}/hand-over", () => {
        tell(words.envelopes.handed_over);
        readAgain();
        onClose();
    });
    return (
        <ActBox title={words.envelopes.hand_over} act={words.envelopes.hand_over} problem={give.error} busy={give.isPending} onAct={() => give.mutate({ id: envelope.id, to: to.trim() || null })} onClose={onClose}>
            <p>{words.envelopes.hand_over_to(envelope.addressee)}</p>
            <TextInput data-autofocus label={words.envelopes.taken_by} placeholder={envelope.addressee} value={to} onChange={(event) => setTo(event.currentTarget.value)} error={faultOf(give.error, "to")} />
        </ActBox>
    );
}
