import { Button } from "@mantine/core";
import { IconFileImport, IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { useGet } from "../api/queries.ts";
import type { PersonRow } from "../api/types.ts";
import { ExportLink } from "../ui/ExportLink.tsx";
import { FilterText } from "../ui/filters.tsx";
import { Table } from "../ui/list.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { fold } from "../words/format.ts";
import { words } from "../words/words.ts";
import { AccountBox, PersonBox, RolesBox } from "./PersonBoxes.tsx";
import { RightsChanges } from "./RightsChanges.tsx";
import "./admin.css";

type Box = { what: "person" | "roles" | "account"; person?: PersonRow };

export function People() {
    const { data, error, refetch } = useGet("/api/people", {});
    const [query, setQuery] = useState("");
    const [box, setBox] = useState<Box>();
    const shown = useMemo(() => data?.items.filter((person) => fold(`${person.full_name} ${person.post_name} ${person.username}`).includes(fold(query))), [data, query]);
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!shown) return <Loading />;
    const close = () => setBox(undefined);
    return (
        <>
            <PageHead title={words.admin.people}>
                <FilterText w={240} aria-label={words.admin.find} placeholder={words.admin.find} value={query} onChange={setQuery} />
                <ExportLink path="/api/exports/people" />
                <Button variant="default" component={Link} to="/admin/people/import" leftSection={<IconFileImport size={16} />}>
                    {words.import_people.title}
                </Button>
                <Button leftSection={<IconPlus size={16} />} onClick={() => setBox({ what: "person" })}>
                    {words.admin.add_person}
                </Button>
            </PageHead>
            <RightsChanges />
            {shown.length === 0 ? (
                <Empty title={words.admin.people_empty} />
            ) : (
                <Table heads={[words.fields.full_name, words.fields.post, words.fields.username]} acts={words.verbs.edit}>
                    {shown.map((person) => (
                        <Row key={person.id} person={person} open={setBox} />
                    ))}
                </Table>
            )}
            {box?.what === "person" && <PersonBox person={box.person} onClose={close} />}
            {box?.what === "roles" && box.person && <RolesBox person={box.person} onClose={close} />}
            {box?.what === "account" && box.person && <AccountBox person={box.person} onClose={close} />}
        </>
    );
}

function Row({ person, open }: { person: PersonRow; open: (box: Box) => void }) {
    return (
        <tr>
            <td className="whole">
                <Link to={`/admin/people/${person.id}`}>
                    <strong>{person.full_name}</strong>
                </Link>{" "}
                {!person.active && <span className="soft">({words.admin.inactive})</span>}
            </td>
            <td>{[person.post_name, !person.post_name.includes(person.unit_name) && person.unit_name].filter(Boolean).join(", ")}</td>
            <td className="fixed">
                {person.username || <span className="soft">{words.admin.no_account}</span>} {person.disabled && <span className="meaning-overdue">({words.admin.locked})</span>}
            </td>
            <td className="fixed">
                <span className="row tight">
                    <Button size="compact-xs" variant="default" onClick={() => open({ what: "person", person })}>
                        {words.verbs.edit}
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => open({ what: "roles", person })}>
                        {words.fields.roles}
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => open({ what: "account", person })}>
                        {words.admin.account}
                    </Button>
                </span>
            </td>
        </tr>
    );
}
