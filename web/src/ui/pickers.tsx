import { Select, type ComboboxItem, type ComboboxParsedItem, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import { useKinds, usePeople } from "../api/queries.ts";
import { fold } from "../words/format.ts";

const isItem = (item: ComboboxParsedItem): item is ComboboxItem => "value" in item;

// Finds with or without marks: every word typed must begin a word of the label.
export function findFolded({ options, search, limit }: { options: ComboboxParsedItem[]; search: string; limit: number }) {
    const typed = fold(search).split(/\s+/).filter(Boolean);
    const fits = (label: string) => {
        const have = fold(label);
        return typed.every((word) => have.includes(word));
    };
    return options.filter((item) => !isItem(item) || fits(item.label)).slice(0, limit);
}

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & { value: string | null | undefined; onChange: (value: string | null) => void };

const base = { searchable: true, filter: findFolded, limit: 60, selectFirstOptionOnChange: true, nothingFoundMessage: "—" } as const;

// What whoever is offered must be allowed to do.
export type Able = "reads" | "handles" | "directs";

export function PersonPicker({ value, onChange, only, able, ...rest }: Props & { only?: (id: string) => boolean; able?: Able }) {
    const people = usePeople();
    const data = useMemo(
        () =>
            people
                .filter((one) => one.active && (!able || one[able]) && (!only || only(one.id)))
                .map(({ id, full_name, post_name }) => ({ value: id, label: post_name ? `${full_name} · ${post_name}` : full_name })),
        [people, only, able],
    );
    return <Select {...base} {...rest} data={data} value={value || null} onChange={onChange} />;
}

// `used`: only those that the agency issues, and the one that stands there.
export function KindPicker({ value, onChange, outgoing, used, ...rest }: Props & { outgoing?: boolean; used?: boolean }) {
    const kinds = useKinds();
    const data = useMemo(
        () =>
            kinds
                .filter((kind) => (!outgoing || kind.outgoing) && (!used || kind.used || kind.code === value))
                .map(({ code, name, abbreviation }) => ({ value: code, label: abbreviation ? `${name} (${abbreviation})` : name })),
        [kinds, outgoing, used, value],
    );
    return <Select {...base} {...rest} data={data} value={value || null} onChange={onChange} />;
}

export const useKindNames = () => {
    const kinds = useKinds();
    return useMemo(() => new Map(kinds.map(({ code, name }) => [code, name])), [kinds]);
};
