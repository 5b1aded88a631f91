import { Select, type SelectProps } from "@mantine/core";
import { useMemo, useState } from "react";
import { useGet } from "../api/queries.ts";
import { words } from "../words/words.ts";

// Who has sent documents here, found by words of the name: with or without marks, abbreviated or not.
export function IssuerPicker({ value, onChange, ...rest }: Omit<SelectProps, "data" | "value" | "onChange"> & { value: string; onChange: (issuer: string | null) => void }) {
    const [typed, setTyped] = useState(value);
    const query = typed === value ? "" : typed.trim();
    const { data } = useGet("/api/incoming/issuers", { query }, { keep: true, staleTime: 60_000 });
    const names = useMemo(() => [...new Set([...(value ? [value] : []), ...(data?.items ?? []).map(({ name }) => name)])], [data, value]);
    return (
        <Select
            {...rest}
            searchable
            clearable
            nothingFoundMessage="—"
            comboboxProps={{ width: 320, position: "bottom-start" }}
            filter={({ options }) => options} // the server has chosen
            data={names}
            value={value || null}
            searchValue={typed}
            onSearchChange={setTyped}
            onChange={onChange}
            aria-label={words.fields.issuer}
        />
    );
}
