import { Select, Textarea, TextInput } from "@mantine/core";
import { useAct, useBodies, useGet } from "../api/queries.ts";
import type { MandateKind, MandateRow } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { words } from "../words/words.ts";
import { readAgain, Term, useForm } from "./kit.tsx";
import { Part } from "./Part.tsx";

// Who signs by a written mandate, and who does the work of whom while he is away.
export function Mandates() {
    const mandates = useGet("/api/admin/mandates", {}).data?.items;
    if (!mandates) return <Loading />;
    return (
        <Part
            hint={words.office.mandates.hint}
            adds={[words.office.mandates.add_tuq, words.office.mandates.add_delegation]}
            heads={[words.office.fields["kind"], words.office.mandates.from, words.office.mandates.to, words.office.fields["scope"], words.office.fields["valid_to"]]}
            rows={mandates}
            empty={<Empty title={words.office.mandates.empty} />}
            name={(mandate) => mandate.to_name}
            history={({ from_name, to_name }) => `${from_name} → ${to_name}`}
            cells={(mandate) => (
                <>
                    <td className="whole">
                        {words.office.mandates.kinds[mandate.kind]} {mandate.in_force && <span className="meaning-done">· {words.office.in_force}</span>}
                    </td>
                    <td>{mandate.from_name}</td>
                    <td>
                        <strong>{mandate.to_name}</strong>
                    </td>
                    <td>
                        {mandate.scope}
                        {mandate.document && <div className="soft">{mandate.document}</div>}
                    </td>
                    <td>
                        <Term {...mandate} />
                    </td>
                </>
            )}
            form={(mandate, close, added) => <MandateBox kind={mandate?.kind ?? (added === 0 ? "tuq" : "delegation")} mandate={mandate} onClose={close} />}
        />
    );
}

function MandateBox({ kind, mandate, onClose }: { kind: MandateKind; mandate: MandateRow | undefined; onClose: () => void }) {
    const bodies = useBodies();
    const today = useToday();
    const tuq = kind === "tuq";
    const save = useAct("/api/admin/mandates", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        {
            from_person: mandate?.from_person ?? "",
            to_person: mandate?.to_person ?? "",
            body: mandate?.body ?? null,
            signing_lines: mandate?.signing_lines ?? "TUQ. CHỦ TỊCH\n",
            document: mandate?.document ?? "",
            scope: mandate?.scope ?? "",
            valid_from: mandate?.valid_from ?? today,
            valid_to: mandate?.valid_to ?? "",
        },
        save.error,
    );
    const { values } = form;
    const body = values.body ?? bodies[0]?.id ?? null; // they may come after the box has opened
    const onAct = () => {
        const { from_person, to_person, scope, valid_from, valid_to } = values;
        const entry = { kind, from_person, to_person, scope, valid_from, valid_to, ...(mandate && { id: mandate.id, version: mandate.version }) };
        save.mutate(tuq ? { ...entry, body, signing_lines: values.signing_lines, document: values.document } : entry);
    };
    const begun = mandate !== undefined && (mandate.valid_from ?? "") <= today;
    const names = words.office.mandates;
    return (
        <ActBox
            wide
            title={mandate ? names.edit : tuq ? names.add_tuq : names.add_delegation}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!values.from_person || !values.to_person || !values.valid_from || !values.valid_to}
            onAct={onAct}
            onClose={onClose}
        >
            <PersonPicker {...form.pick("from_person")} label={tuq ? names.from : names.absent} disabled={begun} data-autofocus={begun ? undefined : true} />
            <PersonPicker {...form.pick("to_person")} label={tuq ? names.to : names.stand_in} disabled={begun} />
            {tuq && (
                <>
                    <TextInput {...form.text("document")} label={names.document} description={names.document_hint} />
                    <Textarea {...form.text("scope")} label={names.scope} autosize minRows={2} />
                    <Select {...form.pick("body")} value={body} allowDeselect={false} disabled={begun} data={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
                    <Textarea {...form.text("signing_lines")} autosize minRows={2} />
                </>
            )}
            {!tuq && <TextInput {...form.text("scope")} label={names.why} />}
            <div className="two">
                <DateField {...form.day("valid_from")} disabled={begun} />
                <DateField {...form.day("valid_to")} />
            </div>
        </ActBox>
    );
}
