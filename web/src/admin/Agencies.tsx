import { Select, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useAct, useGet } from "../api/queries.ts";
import type { Agency } from "../api/types.ts";
import { useMe } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { FilterText } from "../ui/filters.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { fold } from "../words/format.ts";
import { words } from "../words/words.ts";
import { readAgain, Term, useForm } from "./kit.tsx";
import { Part } from "./Part.tsx";

// The addresses of other agencies, and what one's own is called.
export function Agencies() {
    const agencies = useGet("/api/agencies", {}).data?.items;
    const me = useMe();
    const [query, setQuery] = useState("");
    const shown = useMemo(() => agencies?.filter(({ name, short_name, code, code_2016 }) => fold(`${name} ${short_name} ${code} ${code_2016}`).includes(fold(query))), [agencies, query]);
    if (!agencies || !shown) return <Loading />;
    const named = new Map(agencies.map(({ id, short_name }) => [id, short_name]));
    return (
        <Part
            hint={words.office.agencies.hint}
            adds={[words.office.agencies.add]}
            find={<FilterText w={240} aria-label={words.office.agencies.find} placeholder={words.office.agencies.find} value={query} onChange={setQuery} />}
            heads={[words.office.fields["name"], words.office.fields["code"], words.office.fields["parent"]]}
            rows={shown}
            empty={<Empty title={words.office.agencies.empty} />}
            name={(agency) => agency.short_name}
            fixed={({ id, hosted }) => hosted && id !== me.agency}
            cells={(agency) => (
                <>
                    <td className="whole">
                        <strong>{agency.name}</strong> <Term {...agency} quiet />
                        <div className="soft">
                            {[
                                agency.id === me.agency ? words.office.own_agency : agency.hosted && words.office.agencies.hosted,
                                agency.heir && words.office.agencies.became(named.get(agency.heir) ?? ""),
                                agency.email,
                            ]
                                .filter(Boolean)
                                .join(" · ")}
                        </div>
                    </td>
                    <td className="fixed numbers">
                        {agency.code}
                        {agency.code_2016 && <div className="soft">{agency.code_2016}</div>}
                    </td>
                    <td>{named.get(agency.parent ?? "")}</td>
                </>
            )}
            form={(agency, close) => <AgencyBox agency={agency} agencies={agencies} onClose={close} />}
        />
    );
}

function AgencyBox({ agency, agencies, onClose }: { agency: Agency | undefined; agencies: Agency[]; onClose: () => void }) {
    const save = useAct("/api/admin/agencies", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        {
            name: agency?.name ?? "",
            short_name: agency?.short_name ?? "",
            parent: agency?.parent ?? null,
            code: agency?.code ?? "",
            code_from: agency?.code_from ?? null,
            code_2016: agency?.code_2016 ?? "",
            code_2016_to: agency?.code_2016_to ?? null,
            place: agency?.place ?? "",
            address: agency?.address ?? "",
            phone: agency?.phone ?? "",
            email: agency?.email ?? "",
            valid_from: agency?.valid_from ?? null,
            valid_to: agency?.valid_to ?? null,
            heir: agency?.heir ?? null,
        },
        save.error,
    );
    const others = agencies.filter(({ id }) => id !== agency?.id).map(({ id, short_name, code }) => ({ value: id, label: code ? `${short_name} (${code})` : short_name }));
    return (
        <ActBox
            wide
            title={agency ? words.office.agencies.edit : words.office.agencies.add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!form.values.name.trim() || !form.values.short_name.trim()}
            onAct={() => save.mutate({ ...form.values, ...(agency && { id: agency.id, version: agency.version }) })}
            onClose={onClose}
        >
            <TextInput data-autofocus {...form.text("name")} />
            <div className="two">
                <TextInput {...form.text("short_name")} />
                <Select {...form.pick("parent")} searchable clearable filter={findFolded} limit={60} data={others} />
                <TextInput {...form.text("code")} />
                <DateField {...form.day("code_from")} />
                <TextInput {...form.text("code_2016")} />
                <DateField {...form.day("code_2016_to")} />
                <TextInput {...form.text("place")} />
                <TextInput {...form.text("phone")} inputMode="tel" />
            </div>
            <TextInput {...form.text("address")} />
            <TextInput {...form.text("email")} type="email" />
            <div className="two">
                <DateField {...form.day("valid_from")} />
                <DateField {...form.day("valid_to")} />
            </div>
            {form.values.valid_to && <Select {...form.pick("heir")} label={words.office.agencies.heir} searchable clearable filter={findFolded} limit={60} data={others} />}
        </ActBox>
    );
}
