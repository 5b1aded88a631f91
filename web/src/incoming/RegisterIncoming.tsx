import { ActionIcon, Tooltip } from "@mantine/core";
import { IconFileText, IconPencil, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useGet } from "../api/queries.ts";
import type { StoredFile } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { Paper } from "../paper/Paper.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { UrgencyMark } from "../ui/marks.tsx";
import { Loading, PageHead } from "../ui/page.tsx";
import { usePageDrop, useUploads } from "../ui/upload.ts";
import { shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import { RegisterForm, type TextTaker } from "./RegisterForm.tsx";
import { useWaiting, type Waiting } from "./waiting.ts";
import "./register.css";

const blank = "blank";

// The clerk's desk: what waits on the left, the paper in the middle, the form on the right.
export function RegisterIncoming() {
    const { waiting: asked } = useParams();
    const navigate = useNavigate();
    const { list, loading, addFiles, removeFile } = useWaiting();
    const { uploads, send } = useUploads();
    const key = asked ?? list[0]?.key ?? blank;
    const at = list.findIndex((waiting) => waiting.key === key);
    const waiting = list[at];

    const take = async (files: File[]) => {
        const stored = await send(files);
        if (stored[0]) {
            addFiles(stored);
            void navigate(`/incoming/register/file-${stored[0].id}`);
        }
    };
    const over = usePageDrop((files) => void take(files));

    // After one is done the next one opens; the queue may not have been read again yet, so it is passed over by key.
    const onDone = () => {
        const next = list[at + 1] ?? list.find((other) => other.key !== key);
        if (waiting && "file" in waiting) removeFile(waiting.file.id);
        void navigate(next ? `/incoming/register/${next.key}` : `/incoming/register/${blank}`, { replace: true });
    };
    if (loading && !asked) return <Loading />;
    return (
        <div className="register">
            <section className="register-queue scrolls" aria-labelledby="queue-title">
                <h2 id="queue-title">
                    {words.incoming.queue} <span className="soft numbers">{list.length}</span>
                </h2>
                <ul>
                    {list.map((each) => (
                        <QueueRow key={each.key} waiting={each} current={each.key === key} onRemove={removeFile} />
                    ))}
                    <li className={key === blank ? "current" : undefined}>
                        <Link to={`/incoming/register/${blank}`} aria-current={key === blank ? "page" : undefined}>
                            <span className="sign">
                                <IconPencil size={14} aria-hidden /> {words.incoming.blank}
                            </span>
                        </Link>
                    </li>
                </ul>
                <UploadProgress uploads={uploads} />
                <FileButton size="xs" fullWidth onFiles={(files) => void take(files)} />
                <p className="soft">{words.incoming.queue_hint}</p>
            </section>
            <Opened key={key} name={key} file={waiting && "file" in waiting ? waiting.file : undefined} onDone={onDone} />
            {over && <div className="drop-over">{words.files.drop}</div>}
        </div>
    );
}

function QueueRow({ waiting, current, onRemove }: { waiting: Waiting; current: boolean; onRemove: (id: string) => void }) {
    const today = useToday();
    return (
        <li className={current ? "current" : undefined}>
            <Link to={`/incoming/register/${waiting.key}`} aria-current={current ? "page" : undefined}>
                {"row" in waiting ? (
                    <>
                        <span className="row tight">
                            <strong>{waiting.row.origin_number || words.incoming.no_number}</strong>
                            <UrgencyMark urgency={waiting.row.urgency} />
                        </span>
                        <span className="soft">
                            {waiting.row.issuer} · {shortDate(waiting.row.arrived_on, today)}
                        </span>
                    </>
                ) : (
                    <span className="sign queue-file">
                        <IconFileText size={14} aria-hidden /> <span>{waiting.file.name}</span>
                    </span>
                )}
            </Link>
            {"file" in waiting && (
                <Tooltip label={words.incoming.remove_from_queue}>
                    <ActionIcon size={24} variant="subtle" color="gray" aria-label={words.incoming.remove_from_queue} onClick={() => onRemove(waiting.file.id)}>
                        <IconX size={14} />
                    </ActionIcon>
                </Tooltip>
            )}
        </li>
    );
}

// One opened document: its paper and its form know of each other.
function Opened({ name, file, onDone }: { name: string; file: StoredFile | undefined; onDone: () => void }) {
    const arrival = name !== blank && !name.startsWith("file-") ? name : "";
    const view = useGet("/api/incoming/{id}", { id: arrival }, { enabled: arrival !== "" });
    const [added, setAdded] = useState<StoredFile>();
    const attached = view.data?.files.find(({ main }) => main) ?? view.data?.files[0];
    const main = attached ?? file ?? added;
    const readable = main?.media_type === "application/pdf";
    const read = useGet("/api/files/{id}/fields", { id: main?.id ?? "" }, { enabled: readable, staleTime: Infinity });
    const [taker, setTaker] = useState<{ take: TextTaker }>();

    return (
        <>
            <div className="register-paper">
                {main ? (
                    <Paper file={main} boxes={read.data?.fields.filter(({ right }) => right > 0) ?? []} onText={(text, add) => taker?.take(text, add)} />
                ) : (
                    <div className="register-no-paper soft">{words.incoming.queue_hint}</div>
                )}
            </div>
            <section className="register-form">
                <PageHead title={words.incoming.register} />
                {arrival && !view.data ? (
                    <Loading />
                ) : (
                    <RegisterForm
                        name={name}
                        arrival={view.data}
                        attached={view.data?.files ?? []}
                        file={file}
                        read={read.data?.fields ?? []}
                        reading={readable && read.isPending}
                        onTaker={setTaker}
                        onMainFile={setAdded}
                        onDone={onDone}
                    />
                )}
            </section>
        </>
    );
}
