import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { queries, useAct } from "../api/queries.ts";
import type { Book, StoredFile } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { tell } from "../ui/notice.tsx";
import { useUploads } from "../ui/upload.ts";
import { date } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

// Past entries from a table: looked at first, every fault by row and column; then all of them or none.
export function ImportBox({ book, onClose }: { book: Book; onClose: () => void }) {
    const { uploads, send } = useUploads();
    const [file, setFile] = useState<StoredFile>();
    const [reason, setReason] = useState<string>(words.books.import_reason);
    const preview = useAct("/api/books/{book}/import/preview");
    const take = useAct("/api/books/{book}/import", (done) => {
        tell(words.books.imported(done.count, done.next_number));
        void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("/api/books") });
        onClose();
    });
    const look = preview.mutate;
    useEffect(() => {
        if (file) look({ book: book.id, file: file.id, reason: "" });
    }, [file, book.id, look]);
    const seen = preview.data;
    return (
        <ActBox
            title={words.books.import}
            act={words.books.import_act}
            wide
            problem={take.error ?? preview.error}
            busy={take.isPending}
            off={!file || !seen || seen.fault_count > 0 || !reason.trim()}
            onAct={() => file && take.mutate({ book: book.id, file: file.id, reason: reason.trim() })}
            onClose={onClose}
        >
            <p className="soft">{words.books.import_hint[book.direction]}</p>
            <div className="row">
                <FileButton accept=".xlsx,.csv" many={false} onFiles={async (files) => setFile((await send(files))[0])}>
                    {file ? words.books.import_other : words.files.choose}
                </FileButton>
                {file && <strong>{file.name}</strong>}
            </div>
            <UploadProgress uploads={uploads} />
            {faultOf(preview.error, "file") && (
                <p className="notice overdue" role="alert">
                    {faultOf(preview.error, "file")}
                </p>
            )}
            {seen && seen.fault_count > 0 && (
                <div className="notice overdue" role="alert">
                    <strong>{words.books.import_faults(seen.fault_count)}</strong>
                    <ul className="import-faults scrolls" tabIndex={0} aria-label={words.books.import_faults(seen.fault_count)}>
                        {seen.faults.map((fault, index) => (
                            <li key={index}>{words.books.import_fault(fault.row, fault.column, sentence(fault.code), fault.text)}</li>
                        ))}
                    </ul>
                </div>
            )}
            {seen && seen.fault_count === 0 && (
                <>
                    <p className="numbers">
                        <strong>{words.books.import_found(seen.count, seen.first_number, seen.last_number)}</strong>
                    </p>
                    <table className="list">
                        <tbody>
                            {seen.rows.map((row) => (
                                <tr key={row.row}>
                                    <td className="fixed list-number">{row.number}</td>
                                    <td className="fixed soft">{date(row.day)}</td>
                                    <td className="fixed">{row.symbol}</td>
                                    <td>{row.subject}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                    {seen.ignored.length > 0 && <p className="soft">{words.books.import_ignored(seen.ignored.join(", "))}</p>}
                    <TextInput label={words.fields.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(take.error, "reason")} />
                </>
            )}
        </ActBox>
    );
}

const sentence = (code: string) => (words.faults as Record<string, unknown>)[code] as string | undefined ?? code;
