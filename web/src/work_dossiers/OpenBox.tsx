import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAct, useGet } from "../api/queries.ts";
import type { DocumentRef } from "../api/types.ts";
import { useMe, useToday } from "../frame/session.ts";
import { useDraft } from "../frame/draft.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";
import { RetentionPicker } from "./RetentionPicker.tsx";

interface Props {
    documents: DocumentRef[]; // put in at once
    line?: string; // of the list, chosen already
    stay?: boolean; // do not go to the new dossier
    onClose: () => void;
}

// Opens a dossier from the year's list, or outside it with an own symbol.
export function OpenBox({ documents, line: chosen, stay, onClose }: Props) {
    const navigate = useNavigate();
    const today = useToday();
    const { person } = useMe();
    const catalogue = useGet("/api/dossier-catalogue", { year: Number(today.slice(0, 4)) });
    const lines = (catalogue.data?.state === "approved" ? catalogue.data.rows : [])
        .filter((row) => row.kind === "line" && !row.dossier && row.id && (row.creator === person || row.id === chosen))
        .map((row) => ({ value: row.id!, label: `${row.symbol} · ${row.title}` }));
    const [way, setWay] = useState<"list" | "outside">();
    const outside = (way ?? (catalogue.data && lines.length === 0 && !chosen ? "outside" : "list")) === "outside";
    const [line, setLine] = useState(chosen ?? "");
    const draft = useDraft("dossier:new", () => ({ symbol: "", title: "", retention: 10, starts_on: today }));
    const { symbol, title, retention, starts_on } = draft.values;
    const open = useAct("/api/work-dossiers", (view) => {
        tell(words.dossiers.done.opened(view.symbol));
        draft.clear();
        onClose();
        if (!stay) void navigate(`/work-dossiers/${view.id}`);
    });
    const w = words.dossiers.open_box;
    return (
        <ActBox
            wide
            title={w.title}
            act={words.dossiers.open_new}
            problem={open.error}
            busy={open.isPending}
            off={outside ? !symbol.trim() || !title.trim() : !line}
            onAct={() => open.mutate(outside ? { symbol: symbol.trim(), title: title.trim(), retention, starts_on, documents } : { line, documents })}
            onClose={onClose}
        >
            <SegmentedControl
                fullWidth
                aria-label={w.title}
                data={[
                    { value: "list", label: w.from_list },
                    { value: "outside", label: w.outside },
                ]}
                value={outside ? "outside" : "list"}
                onChange={(value) => setWay(value as "list" | "outside")}
            />
            {outside ? (
                <>
                    <TextInput
                        data-autofocus
                        required
                        label={w.symbol}
                        description={w.symbol_hint}
                        value={symbol}
                        onChange={(event) => draft.set({ symbol: event.currentTarget.value })}
                        error={faultOf(open.error, "symbol")}
                    />
                    <TextInput required label={w.name} value={title} onChange={(event) => draft.set({ title: event.currentTarget.value })} error={faultOf(open.error, "title")} />
                    <RetentionPicker label={w.retention} value={retention} onChange={(years) => draft.set({ retention: years })} error={faultOf(open.error, "retention")} />
                    <DateField label={w.starts_on} value={starts_on} onChange={(day) => draft.set({ starts_on: day ?? today })} error={faultOf(open.error, "starts_on")} />
                </>
            ) : (
                <Select
                    data-autofocus
                    label={w.line}
                    description={lines.length > 0 ? w.line_hint : w.no_lines}
                    searchable
                    filter={findFolded}
                    data={lines}
                    value={line || null}
                    onChange={(id) => setLine(id ?? "")}
                    error={faultOf(open.error, "line")}
                />
            )}
        </ActBox>
    );
}
