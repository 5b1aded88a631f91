import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct, useGet } from "../api/queries.ts";
import { readAgain, Term, useForm } from "../admin/kit.tsx";
import { useMe, useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { warnOf } from "../ui/notice.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { words } from "../words/words.ts";

// Who does my work while I am away, and for whom I do it.
export function StandIns() {
    const me = useMe();
    const today = useToday();
    const all = useGet("/api/stand-ins", {}).data?.items.filter((one) => (one.valid_to ?? "") >= today) ?? [];
    const [open, setOpen] = useState(false);
    const end = useAct("/api/stand-ins/end", () => readAgain(words.stand_in.ended));
    return (
        <section>
            <h2>{words.stand_in.title}</h2>
            <p className="soft">{words.stand_in.hint}</p>
            {all.length === 0 && <p className="soft">{words.stand_in.none}</p>}
            <ul className="sessions">
                {all.map((one) => {
                    const mine = one.from_person === me.person;
                    return (
                        <li key={one.id} className="row">
                            <span>
                                <strong>{mine ? words.stand_in.to(one.to_name) : words.stand_in.from(one.from_name)}</strong>
                                <br />
                                <Term {...one} /> {one.in_force && <span className="meaning-done">· {words.office.in_force}</span>}
                            </span>
                            <span className="spread" />
                            {mine && (
                                <Button size="compact-sm" variant="default" loading={end.isPending} onClick={() => end.mutate({ id: one.id }, { onError: (problem) => warnOf(problem) })}>
                                    {words.stand_in.end}
                                </Button>
                            )}
                        </li>
                    );
                })}
            </ul>
            <Button variant="default" onClick={() => setOpen(true)}>
                {words.stand_in.add}
            </Button>
            {open && <StandInBox onClose={() => setOpen(false)} />}
        </section>
    );
}

function StandInBox({ onClose }: { onClose: () => void }) {
    const me = useMe();
    const today = useToday();
    const save = useAct("/api/stand-ins", () => {
        readAgain();
        onClose();
    });
    const form = useForm({ to_person: "", scope: "", valid_from: today, valid_to: today }, save.error);
    return (
        <ActBox
            title={words.stand_in.add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!form.values.to_person || !form.values.valid_from || !form.values.valid_to}
            onAct={() => save.mutate(form.values)}
            onClose={onClose}
        >
            <PersonPicker data-autofocus {...form.pick("to_person")} label={words.office.mandates.stand_in} only={(id) => id !== me.person} />
            <div className="row nowrap">
                <DateField {...form.day("valid_from")} />
                <DateField {...form.day("valid_to")} />
            </div>
            <TextInput {...form.text("scope")} label={words.office.mandates.why} />
        </ActBox>
    );
}
