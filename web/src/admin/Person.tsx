import { Button, Checkbox, Select } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useAct, useGet } from "../api/queries.ts";
import type { Holding } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Failed, Loading, PageHead } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { date } from "../words/format.ts";
import { words } from "../words/words.ts";
import { History } from "./History.tsx";
import { isOver, readAgain, Term, useForm } from "./kit.tsx";
import { AccountBox, PersonBox, RolesBox } from "./PersonBoxes.tsx";
import { RightsChanges } from "./RightsChanges.tsx";
import "./admin.css";

// One person: what is known of him, what he holds, what he may do, and his story beside it.
export function Person() {
    const { id = "" } = useParams();
    const view = useGet("/api/admin/people/{id}", { id }, { staleTime: 0 });
    const row = useGet("/api/people", {}).data?.items.find((one) => one.id === id);
    const roles = useGet("/api/admin/roles", {}).data?.items ?? [];
    const held = useGet("/api/admin/people/{id}/roles", { id }, { staleTime: 0 }).data?.roles ?? [];
    const [box, setBox] = useState<"person" | "roles" | "account">();
    if (view.error) return <Failed problem={view.error} retry={() => void view.refetch()} />;
    if (!view.data || !row) return <Loading />;
    const { person, holdings } = view.data;
    const close = () => setBox(undefined);
    return (
        <>
            <PageHead
                title={person.full_name}
                before={
                    <Link to="/admin/people" aria-label={words.office.person.back}>
                        <IconArrowLeft size={18} />
                    </Link>
                }
            >
                <Button variant="default" component={Link} to={`/admin/people/${id}/handover`}>
                    {words.office.person.handover}
                </Button>
            </PageHead>
            <RightsChanges subject={id} />
            <div className="person-page">
                <div>
                    <section>
                        <h2>{words.office.person.details}</h2>
                        <p>{[person.email, person.phone, date(person.born_on)].filter(Boolean).join(" · ") || <span className="soft">{words.office.nothing}</span>}</p>
                        <p className="soft">{person.active ? words.admin.active : words.admin.inactive}</p>
                        <Button size="compact-sm" variant="default" onClick={() => setBox("person")}>
                            {words.verbs.edit}
                        </Button>
                    </section>
                    <Holdings person={person.id} holdings={holdings} />
                    <section>
                        <h2>{words.fields.roles}</h2>
                        <p>
                            {roles
                                .filter((role) => held.includes(role.id))
                                .map(({ name }) => name)
                                .join(" · ") || <span className="soft">{words.office.nothing}</span>}
                        </p>
                        <Button size="compact-sm" variant="default" onClick={() => setBox("roles")}>
                            {words.admin.roles}
                        </Button>
                    </section>
                    <section>
                        <h2>{words.admin.account}</h2>
                        <p>
                            {row.username || <span className="soft">{words.admin.no_account}</span>} {row.disabled && <span className="meaning-overdue">({words.admin.locked})</span>}
                        </p>
                        <Button size="compact-sm" variant="default" onClick={() => setBox("account")}>
                            {row.username ? words.admin.account : words.admin.create_account}
                        </Button>
                    </section>
                </div>
                <section>
                    <h2>{words.office.history}</h2>
                    <History id={id} />
                </section>
            </div>
            {box === "person" && <PersonBox person={row} onClose={close} />}
            {box === "roles" && <RolesBox person={row} onClose={close} />}
            {box === "account" && <AccountBox person={row} onClose={close} />}
        </>
    );
}

type Open = { what: "form" | "end"; holding?: Holding };

function Holdings({ person, holdings }: { person: string; holdings: Holding[] }) {
    const posts = useGet("/api/posts", {}).data?.items ?? [];
    const today = useToday();
    const [open, setOpen] = useState<Open>();
    const name = (holding: Holding) => posts.find(({ id }) => id === holding.post)?.name ?? "";
    return (
        <section>
            <h2>{words.office.holdings.title}</h2>
            {holdings.length === 0 && <p className="soft">{words.office.holdings.none}</p>}
            {holdings.length > 0 && (
                <table className="list">
                    <tbody>
                        {holdings.map((holding) => (
                            <tr key={holding.id} className={isOver(holding, today) ? "over" : ""}>
                                <td className="whole">
                                    <strong>{name(holding)}</strong> {holding.main && <span className="soft">({words.office.holdings.main.toLowerCase()})</span>}
                                    <div>
                                        <Term {...holding} />
                                    </div>
                                </td>
                                <td className="fixed">
                                    <span className="row tight">
                                        <Button size="compact-xs" variant="default" onClick={() => setOpen({ what: "form", holding })}>
                                            {words.office.holdings.edit}
                                        </Button>
                                        {!isOver(holding, today) && (
                                            <Button size="compact-xs" variant="default" onClick={() => setOpen({ what: "end", holding })}>
                                                {words.office.holdings.end}
                                            </Button>
                                        )}
                                    </span>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
            <Button size="compact-sm" variant="default" mt={8} onClick={() => setOpen({ what: "form" })}>
                {words.office.holdings.add}
            </Button>
            {open && (
                <HoldingBox
                    key={open.holding?.id ?? "new"}
                    person={person}
                    holding={open.holding}
                    ends={open.what === "end"}
                    first={holdings.every((one) => isOver(one, today))}
                    onClose={() => setOpen(undefined)}
                />
            )}
        </section>
    );
}

function HoldingBox({ person, holding, ends, first, onClose }: { person: string; holding: Holding | undefined; ends: boolean; first: boolean; onClose: () => void }) {
    const posts = useGet("/api/posts", {}).data?.items ?? [];
    const today = useToday();
    const save = useAct("/api/admin/holdings", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        {
            post: holding?.post ?? "",
            main: holding?.main ?? first,
            valid_from: holding ? holding.valid_from : today,
            valid_to: ends ? today : (holding?.valid_to ?? null),
        },
        save.error,
    );
    const post = posts.find(({ id }) => id === form.values.post);
    return (
        <ActBox
            title={ends ? words.office.holdings.end_title(post?.name ?? "") : holding ? `${words.office.holdings.edit}: ${post?.name ?? ""}` : words.office.holdings.add}
            act={ends ? words.office.holdings.end : words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!form.values.post || (ends && !form.values.valid_to)}
            onAct={() => save.mutate({ ...form.values, person, ...(holding && { id: holding.id, version: holding.version }) })}
            onClose={onClose}
        >
            {!holding && (
                <Select
                    data-autofocus
                    {...form.pick("post")}
                    searchable
                    filter={findFolded}
                    data={posts.filter((one) => !isOver(one, today)).map(({ id, name }) => ({ value: id, label: name }))}
                />
            )}
            {!ends && <DateField {...form.day("valid_from")} />}
            <DateField {...form.day("valid_to")} label={ends ? words.office.holdings.last_day : words.office.fields["valid_to"]} />
            {!ends && <Checkbox {...form.check("main")} />}
        </ActBox>
    );
}
