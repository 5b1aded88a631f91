import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { queries } from "../api/queries.ts";
import type { Problem } from "../api/client.ts";
import { tell } from "../ui/notice.tsx";
import { useToday } from "../frame/session.ts";
import { date } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

// What every administrator's act changes is read again: the lists that pickers show, too.
const changed = /^\/api\/(admin|people|units|bodies|posts|agencies|recipient-groups|signing-powers|stand-ins|work|me|kinds|phrases)/;
export function readAgain(message: string = words.admin.saved) {
    tell(message);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => changed.test(String(queryKey[0])) });
}

// The values of one form; `text` and `day` bind a field with its label and its fault.
export function useForm<T extends object>(initial: T, problem: Problem | null) {
    const [values, setValues] = useState(initial);
    const set = <K extends keyof T>(field: K, value: T[K]) => setValues((old) => ({ ...old, [field]: value }));
    const label = (field: keyof T) => words.office.fields[String(field)] ?? String(field);
    return {
        values,
        set,
        text: (field: keyof T) => ({
            label: label(field),
            value: String(values[field] ?? ""),
            onChange: (event: { currentTarget: { value: string } }) => set(field, event.currentTarget.value as T[keyof T]),
            error: faultOf(problem, String(field)),
        }),
        day: (field: keyof T) => ({
            label: label(field),
            value: (values[field] as string | null) ?? null,
            onChange: (day: string | null) => set(field, day as T[keyof T]),
            error: faultOf(problem, String(field)),
        }),
        pick: (field: keyof T) => ({
            label: label(field),
            value: (values[field] as string | null) || null,
            onChange: (value: string | null) => set(field, value as T[keyof T]),
            error: faultOf(problem, String(field)),
        }),
        check: (field: keyof T) => ({
            label: label(field),
            checked: Boolean(values[field]),
            onChange: (event: { currentTarget: { checked: boolean } }) => set(field, event.currentTarget.checked as T[keyof T]),
            error: faultOf(problem, String(field)),
        }),
    };
}

type Days = { valid_from: string | null; valid_to: string | null };

// «từ 01/5/2022», and whether that is over or still to come.
export function Term({ valid_from, valid_to, quiet }: Days & { quiet?: boolean }) {
    const today = useToday();
    if (quiet && !valid_from && !valid_to) return null;
    const over = Boolean(valid_to && valid_to < today);
    const early = Boolean(valid_from && valid_from > today);
    return (
        <span className="soft numbers">
            {words.office.from_to(date(valid_from), date(valid_to))}
            {(over || early) && <strong> · {over ? words.office.ended : words.office.not_yet}</strong>}
        </span>
    );
}

export const isOver = ({ valid_to }: { valid_to: string | null }, today: string) => Boolean(valid_to && valid_to < today);

// What may be done with one row of a list: change it, and look at its history. `edits` names what is changed where a list has many alike.
export function RowActs({ name, edits, onEdit, onHistory }: { name: string; edits?: string | undefined; onEdit?: (() => void) | undefined; onHistory: () => void }) {
    return (
        <span className="row tight">
            {onEdit && (
                <Button size="compact-xs" variant="default" aria-label={edits} onClick={onEdit}>
                    {words.verbs.edit}
                </Button>
            )}
            <Button size="compact-xs" variant="default" aria-label={`${words.office.history}: ${name}`} onClick={onHistory}>
                <IconHistory size={14} />
            </Button>
        </span>
    );
}
