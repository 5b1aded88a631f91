import { IconCheck, IconEye, IconEyeOff } from "@tabler/icons-react";
import type { Assignment, Part } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { moment, shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";

// Who handles it: lead, co-workers, readers, each with a read mark and how far they are.
export function People({ assignments }: { assignments: Assignment[] }) {
    const today = useToday();
    if (assignments.length === 0) return <p className="soft">{words.incoming.nobody}</p>;
    const parts: Part[] = ["lead", "cooperate", "inform"];
    return (
        <dl className="people">
            {parts
                .map((part): [Part, Assignment[]] => [part, assignments.filter((each) => each.part === part)])
                .filter(([, members]) => members.length > 0)
                .map(([part, members]) => (
                    <div key={part}>
                        <dt>{words.part[part]}</dt>
                        {members.map((each) => (
                            <dd key={each.id}>
                                <span className={each.state === "passed_on" ? "soft" : undefined}>{each.person_name}</span>
                                {each.due_on && part !== "inform" && <span className="soft numbers"> · {shortDate(each.due_on, today)}</span>}
                                <span className={`sign people-state ${each.state === "done" ? "meaning-done" : "soft"}`}>
                                    {each.state === "done" ? <IconCheck size={14} aria-hidden /> : each.read_at ? <IconEye size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />}
                                    {part === "inform" || each.state === "waiting"
                                        ? each.read_at
                                            ? words.incoming.read(moment(each.read_at, today))
                                            : words.incoming.unread
                                        : words.task[each.state]}
                                </span>
                            </dd>
                        ))}
                    </div>
                ))}
        </dl>
    );
}
