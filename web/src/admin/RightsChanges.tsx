import { Button } from "@mantine/core";
import { useAct, useGet } from "../api/queries.ts";
import type { Permission, RightsChangeRow } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { FormProblem } from "../ui/page.tsx";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import { readAgain } from "./kit.tsx";

// Changes of rights wait here until a competent person confirms them (Appendix VI of Decree 30/2020).
export function RightsChanges({ subject }: { subject?: string }) {
    const today = useToday();
    const all = useGet("/api/admin/rights-changes", {}, { staleTime: 0 }).data?.items ?? [];
    const changes = subject ? all.filter((one) => one.subject === subject) : all;
    const decide = useAct("/api/admin/rights-changes");
    if (changes.length === 0) return null;
    const send = (ids: string[], confirm: boolean) =>
        decide.mutate({ ids, confirm }, { onSuccess: () => readAgain(confirm ? words.office.rights.confirmed : words.office.rights.refused) });
    const mine = changes.filter((one) => one.mine_to_confirm).map(({ id }) => id);
    const ids = changes.map(({ id }) => id);
    return (
        <section className="rights-changes" role="status">
            <strong>{words.office.rights.title(changes.length)}</strong>
            <p className="soft">{words.office.rights.hint}</p>
            <FormProblem problem={decide.error} />
            <ul>
                {changes.map((change) => (
                    <li key={change.id}>
                        {change.kind === "person_roles" ? words.office.rights.role_of(change.subject_name) : words.office.rights.rights_of(change.subject_name)}
                        {": "}
                        <Difference change={change} />{" "}
                        <span className="soft">
                            ({words.office.rights.asked(change.asked_by_name, moment(change.asked_at, today))}
                            {!change.mine_to_confirm && `. ${words.office.rights.another}`})
                        </span>
                    </li>
                ))}
            </ul>
            <div className="row">
                {mine.length > 0 && (
                    <Button loading={decide.isPending} onClick={() => send(mine, true)}>
                        {words.office.rights.confirm}
                    </Button>
                )}
                <Button variant="default" loading={decide.isPending} onClick={() => send(ids, false)}>
                    {words.office.rights.refuse}
                </Button>
            </div>
        </section>
    );
}

function Difference({ change }: { change: RightsChangeRow }) {
    const name = (one: string) => (change.kind === "role_permissions" ? words.permission[one as Permission] : one);
    const gains = change.wanted.filter((one) => !change.now.includes(one)).map(name);
    const loses = change.now.filter((one) => !change.wanted.includes(one)).map(name);
    return (
        <>
            {gains.length > 0 && (
                <span className="meaning-done">
                    {words.office.rights.gains} {gains.join(", ")}
                </span>
            )}
            {gains.length > 0 && loses.length > 0 && "; "}
            {loses.length > 0 && (
                <span className="meaning-overdue">
                    {words.office.rights.loses} {loses.join(", ")}
                </span>
            )}
        </>
    );
}
