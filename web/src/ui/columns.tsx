import { Button, Checkbox, Popover, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns } from "@tabler/icons-react";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { ColumnList } from "../api/types.ts";
import { hideColumns, usePreferences } from "../frame/preferences.ts";
import { language, words } from "../words/words.ts";

export interface Column<Row> {
    label: string;
    value: (row: Row) => string | number | null; // what it is sorted by
    always?: boolean; // the row is opened by it
}

interface Paged {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
}
interface Total {
    more_than_total: boolean;
}

const parameter = "sort"; // in the address: "due", "-due"; so that a saved filter keeps it, too

// The columns of a list: which of them this person wants to see, and by which the rows stand. A list is sorted when all of it is here; one
// that is longer than what is counted has to be filtered first. `before`: cells of a row that stand before the columns.
export function useColumns<Row>(list: ColumnList, columns: Record<string, Column<Row>>, paged: Paged, first: Total | undefined, items: Row[] | undefined, before = 0) {
    const [parameters, setParameters] = useSearchParams();
    const preferences = usePreferences();
    const [chosen, setChosen] = useState<string>(); // here; seen at once, whatever the server still answers
    const kept = chosen ?? preferences?.hidden.find((one) => one.list === list)?.columns ?? "";
    const hidden = useMemo(() => new Set(kept.split(",").filter((name) => columns[name] && !columns[name].always)), [kept, columns]);
    const names = Object.keys(columns);
    const asked = parameters.get(parameter) ?? "";
    const down = asked.startsWith("-");
    const by = columns[down ? asked.slice(1) : asked];
    const tooLong = Boolean(by && first?.more_than_total);
    const { hasNextPage, isFetchingNextPage, fetchNextPage } = paged;
    useEffect(() => {
        if (by && !tooLong && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    }, [by, tooLong, hasNextPage, isFetchingNextPage, fetchNextPage]);

    const sorted = useMemo(() => {
        if (!by || tooLong || !items) return items;
        const compare = new Intl.Collator(language, { numeric: true }).compare;
        const order = (a: Row, b: Row) => {
            const [left, right] = [by.value(a) ?? "", by.value(b) ?? ""];
            if (left === "" || right === "") return Number(left === "") - Number(right === ""); // what is not known stands last, either way
            const sign = typeof left === "number" && typeof right === "number" ? left - right : compare(String(left), String(right));
            return down ? -sign : sign;
        };
        return [...items].sort(order);
    }, [by, tooLong, items, down]);

    const sortBy = (name: string) =>
        setParameters(
            (old) => {
                const next = new URLSearchParams(old);
                const now = old.get(parameter);
                if (now === name) next.set(parameter, `-${name}`);
                else if (now === `-${name}`) next.delete(parameter);
                else next.set(parameter, name);
                return next;
            },
            { replace: true, preventScrollReset: true },
        );
    const show = (name: string, on: boolean) => {
        const wanted = names.filter((each) => (each === name ? !on : hidden.has(each))).join(",");
        setChosen(wanted);
        void hideColumns(list, wanted).then((isKept) => isKept || setChosen(undefined));
    };

    const head = (name: string, { label }: Column<Row>): ReactNode => (
        <UnstyledButton className="head-sort" onClick={() => sortBy(name)}>
            {label}
            {asked === name && <IconArrowUp size={13} aria-hidden />}
            {asked === `-${name}` && <IconArrowDown size={13} aria-hidden />}
        </UnstyledButton>
    );
    return {
        rows: sorted,
        heads: Object.entries(columns).map(([name, column]) => head(name, column)),
        sorted: by ? { column: before + names.indexOf(down ? asked.slice(1) : asked), direction: down ? ("descending" as const) : ("ascending" as const) } : undefined,
        className: names.flatMap((name, index) => (hidden.has(name) ? [`hides-${before + index + 1}`] : [])).join(" "),
        note: tooLong ? <p className="notice">{words.columns.too_long}</p> : null,
        chooser: (
            <Popover position="bottom-end" trapFocus returnFocus>
                <Popover.Target>
                    <Button variant="default" className="off-phone" disabled={!preferences} leftSection={<IconColumns size={16} aria-hidden />}>
                        {words.columns.title}
                    </Button>
                </Popover.Target>
                <Popover.Dropdown>
                    <div className="stack">
                        {Object.entries(columns).map(([name, { label, always }]) => (
                            <Checkbox key={name} label={label} checked={!hidden.has(name)} disabled={always ?? false} onChange={(event) => show(name, event.currentTarget.checked)} />
                        ))}
                    </div>
                </Popover.Dropdown>
            </Popover>
        ),
    };
}
