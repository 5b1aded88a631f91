import { Button, Checkbox, Select, Textarea } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useAct, useGet } from "../api/queries.ts";
import type { Choice, OpenThing } from "../api/types.ts";
import { useMe, useToday } from "../frame/session.ts";
import { Table } from "../ui/list.tsx";
import { UrgencyMark } from "../ui/marks.tsx";
import { Empty, Failed, FormProblem, Loading, PageHead } from "../ui/page.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { date } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";
import { readAgain } from "./kit.tsx";
import "./admin.css";

interface Answer {
    choice: Choice;
    to: string | null;
}

const keyOf = ({ record, action }: OpenThing) => record + action;

// Somebody leaves or is transferred: each thing that is open with him gets an answer, all of it in one act.
export function Handover() {
    const { id = "" } = useParams();
    const me = useMe();
    const today = useToday();
    const navigate = useNavigate();
    const { data, error, refetch } = useGet("/api/admin/handover", { person: id }, { staleTime: 0 });
    const [answers, setAnswers] = useState<Record<string, Answer>>({});
    const [all, setAll] = useState<string | null>(null);
    const [reason, setReason] = useState("");
    const [leave, setLeave] = useState(false);
    const done = useAct("/api/admin/handover", () => {
        readAgain(words.handover.done(moved));
        void navigate(`/admin/people/${id}`);
    });
    const items = data?.items;
    const choices = useMemo(() => items?.map((item) => ({ item, answer: answers[keyOf(item)] ?? { choice: all ? ("give" as const) : ("keep" as const), to: all } })) ?? [], [items, answers, all]);
    if (error) return <Failed problem={error} retry={() => void refetch()} />;
    if (!data || !items) return <Loading />;
    const moved = choices.filter(({ answer }) => answer.choice !== "keep").length;
    const unanswered = choices.some(({ answer }) => (answer.choice === "give" && !answer.to) || (leave && answer.choice === "keep"));
    const set = (item: OpenThing, answer: Answer) => setAnswers({ ...answers, [keyOf(item)]: answer });
    const onAct = () =>
        done.mutate({
            person: id,
            reason,
            leave,
            choices: choices.map(({ item, answer }) => ({ record: item.record, action: item.action, choice: answer.choice, ...(answer.choice === "give" && { to: answer.to }) })),
        });
    return (
        <>
            <PageHead
                title={words.handover.title(data.full_name)}
                before={
                    <Link to={`/admin/people/${id}`} aria-label={data.full_name}>
                        <IconArrowLeft size={18} />
                    </Link>
                }
            />
            <p className="soft">{words.handover.hint}</p>
            <FormProblem problem={done.error} />
            {items.length === 0 ? (
                <Empty title={words.handover.nothing} />
            ) : (
                <>
                    <div style={{ maxWidth: 360, margin: "12px 0" }}>
                        <PersonPicker
                            label={words.handover.all_to}
                            value={all}
                            clearable
                            only={(person) => person !== id}
                            onChange={(person) => {
                                setAll(person);
                                setAnswers({});
                            }}
                        />
                    </div>
                    <Table heads={[words.work.columns.what, words.work.columns.due, words.handover.choose, words.handover.to]}>
                        {choices.map(({ item, answer }, index) => {
                            const about = item.symbol || item.title || words.handover.untitled;
                            return (
                                <tr key={keyOf(item)}>
                                    <td className="whole">
                                        <UrgencyMark urgency={item.urgency} /> <strong>{item.symbol}</strong> {item.title || <span className="soft">{words.handover.untitled}</span>}
                                        <div className="soft">{item.action === "revise" ? words.handover.draft : words.work.what[item.action]}</div>
                                    </td>
                                    <td className={`fixed numbers ${item.due_on && item.due_on < today ? "meaning-overdue" : ""}`}>{date(item.due_on)}</td>
                                    <td className="fixed">
                                        <Select
                                            w={190}
                                            aria-label={`${words.handover.choose}: ${about}`}
                                            allowDeselect={false}
                                            data={[
                                                { value: "give", label: words.handover.give },
                                                { value: "back", label: words.handover.back },
                                                { value: "keep", label: words.handover.keep, disabled: leave },
                                            ]}
                                            value={answer.choice}
                                            onChange={(choice) => set(item, { ...answer, choice: (choice ?? "keep") as Choice })}
                                        />
                                    </td>
                                    <td>
                                        {answer.choice === "give" && (
                                            <PersonPicker
                                                aria-label={`${words.handover.to}: ${about}`}
                                                value={answer.to}
                                                only={(person) => person !== id}
                                                onChange={(to) => set(item, { ...answer, to })}
                                                error={faultOf(done.error, `choices/${index}/to`)}
                                            />
                                        )}
                                    </td>
                                </tr>
                            );
                        })}
                    </Table>
                </>
            )}
            <div className="stack wide" style={{ maxWidth: 520, marginTop: 16 }}>
                <Textarea label={words.handover.reason} autosize minRows={1} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(done.error, "reason")} />
                {id !== me.person && <Checkbox label={words.handover.leave} checked={leave} onChange={(event) => setLeave(event.currentTarget.checked)} />}
                <div>
                    <Button loading={done.isPending} disabled={unanswered || (moved === 0 && !leave)} color={leave ? "red" : undefined} onClick={onAct}>
                        {words.handover.act}
                    </Button>
                </div>
            </div>
        </>
    );
}
