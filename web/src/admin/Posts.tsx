import { Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { Link } from "react-router";
import { useAct, useBodies, useGet, useUnits } from "../api/queries.ts";
import type { Authority, Holder, Post } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { words } from "../words/words.ts";
import { isOver, readAgain, Term, useForm } from "./kit.tsx";
import { Part } from "./Part.tsx";

export function Posts() {
    const posts = useGet("/api/posts", {}).data?.items;
    const holders = useGet("/api/admin/holdings", {}).data?.items ?? [];
    const units = new Map(useUnits().map(({ id, name }) => [id, name]));
    const today = useToday();
    if (!posts) return <Loading />;
    return (
        <Part
            hint={words.office.posts.hint}
            adds={[words.office.posts.add]}
            heads={[words.office.fields["name"], words.office.fields["unit"], words.office.fields["authority"], words.office.posts.holders]}
            rows={posts}
            empty={<Empty title={words.office.posts.empty} />}
            name={(post) => post.name}
            cells={(post) => (
                <>
                    <td className="whole">
                        <strong>{post.name}</strong> <Term {...post} quiet />
                        {(post.heads_agency || post.heads_unit) && (
                            <div className="soft">{post.heads_agency ? words.office.posts.heads_agency : words.office.posts.heads_unit}</div>
                        )}
                    </td>
                    <td>{units.get(post.unit ?? "") ?? words.office.posts.leadership}</td>
                    <td>{post.authority !== "none" && post.signing_lines.split("\n").join(" / ")}</td>
                    <td>
                        <Holders holders={holders.filter((one) => one.post === post.id && !isOver(one, today))} />
                    </td>
                </>
            )}
            form={(post, close) => <PostBox post={post} count={posts.length} onClose={close} />}
        />
    );
}

function Holders({ holders }: { holders: Holder[] }) {
    if (holders.length === 0) return <span className="soft">{words.office.posts.nobody}</span>;
    return holders.map(({ id, person, person_name }) => (
        <div key={id} className="row tight">
            <Link to={`/admin/people/${person}`}>{person_name}</Link>
        </div>
    ));
}

// Decree 30/2020 art. 13: how the signature block begins, by the authority one signs on.
function proposed(authority: Authority, party: boolean): string {
    const collective = party ? "T/M " : "TM. ";
    return { none: "", own: "", tm: collective, kt: party ? "K/T " : "KT. ", tl: party ? "T/L " : "TL. ", tuq: "TUQ. ", q: "Q. " }[authority];
}

function PostBox({ post, count, onClose }: { post: Post | undefined; count: number; onClose: () => void }) {
    const units = useUnits();
    const bodies = useBodies();
    const save = useAct("/api/admin/posts", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        {
            name: post?.name ?? "",
            unit: post?.unit ?? null,
            body: post?.body ?? null,
            authority: post?.authority ?? ("none" as Authority),
            signing_lines: post?.signing_lines ?? "",
            heads_agency: post?.heads_agency ?? false,
            heads_unit: post?.heads_unit ?? false,
            position: post?.position ?? count,
            valid_from: post?.valid_from ?? null,
            valid_to: post?.valid_to ?? null,
        },
        save.error,
    );
    const { values } = form;
    const choose = (authority: Authority) => {
        form.set("authority", authority);
        if (!values.signing_lines.trim() && values.name) {
            const party = bodies.find(({ id }) => id === values.body)?.party ?? false;
            form.set("signing_lines", proposed(authority, party) + values.name.toUpperCase());
        }
    };
    return (
        <ActBox
            wide
            title={post ? words.office.posts.edit : words.office.posts.add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!values.name.trim()}
            onAct={() => save.mutate({ ...values, ...(post && { id: post.id, version: post.version }) })}
            onClose={onClose}
        >
            <TextInput data-autofocus {...form.text("name")} />
            <div className="two">
                <Select {...form.pick("unit")} searchable clearable filter={findFolded} placeholder={words.office.posts.leadership} data={units.map(({ id, name }) => ({ value: id, label: name }))} />
                <NumberInput label={words.office.fields["position"]} min={0} max={10000} value={values.position} onChange={(value) => form.set("position", Number(value) || 0)} />
                <Select
                    {...form.pick("authority")}
                    allowDeselect={false}
                    data={(Object.keys(words.authority) as Authority[]).filter((one) => one !== "tuq").map((value) => ({ value, label: words.authority[value] }))}
                    onChange={(value) => choose((value ?? "none") as Authority)}
                />
                <Select {...form.pick("body")} clearable data={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
            </div>
            {values.authority !== "none" && <Textarea {...form.text("signing_lines")} autosize minRows={2} />}
            <Checkbox {...form.check("heads_agency")} />
            <Checkbox {...form.check("heads_unit")} />
            <div className="two">
                <DateField {...form.day("valid_from")} />
                <DateField {...form.day("valid_to")} />
            </div>
        </ActBox>
    );
}
