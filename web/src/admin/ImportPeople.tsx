import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconArrowLeft, IconDownload } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import { Problem, problemOf } from "../api/client.ts";
import type { ImportPreview, ImportRow } from "../api/types.ts";
import { FileButton } from "../ui/FileButton.tsx";
import { Empty, FormProblem, PageHead } from "../ui/page.tsx";
import { words } from "../words/words.ts";
import { readAgain } from "./kit.tsx";
import "./admin.css";

const columns = ["full_name", "post", "email", "phone", "born_on", "username", "roles"] as const;
const head = ["Họ và tên", "Chức vụ", "Thư điện tử", "Điện thoại", "Ngày sinh", "Tên đăng nhập", "Vai trò"];

// Both answer by themselves: a table is no JSON, and the sheet of passwords is a PDF.
async function send(path: string, body: BodyInit, type: string): Promise<Response> {
    const response = await fetch(path, { method: "POST", headers: { "X-Requested-With": "congso", "Content-Type": type }, body }).catch(() => {
        throw new Problem(0, "offline");
    });
    if (!response.ok) throw await problemOf(response);
    return response;
}

// People from a table: every fault by row and column before anything is written, then all of them at once.
export function ImportPeople() {
    const navigate = useNavigate();
    const preview = useMutation<ImportPreview, Problem, File>({
        mutationFn: async (file) => (await send("/api/admin/people/preview", file, "application/octet-stream")).json() as Promise<ImportPreview>,
    });
    const bring = useMutation<Blob, Problem, ImportRow[]>({
        mutationFn: async (rows) => (await send("/api/admin/people/import", JSON.stringify({ rows }), "application/json")).blob(),
        onSuccess: (sheet, rows) => {
            save(sheet, "phieu-tai-khoan.pdf");
            readAgain(words.import_people.done(rows.length));
            void navigate("/admin/people");
        },
    });
    const read = preview.data;
    return (
        <>
            <PageHead
                title={words.import_people.title}
                before={
                    <Link to="/admin/people" aria-label={words.office.person.back}>
                        <IconArrowLeft size={18} />
                    </Link>
                }
            />
            <p className="soft">{words.import_people.hint}</p>
            <div className="row" style={{ margin: "12px 0" }}>
                <FileButton accept=".csv,.xlsx" many={false} loading={preview.isPending} onFiles={([file]) => file && preview.mutate(file)}>
                    {words.import_people.choose}
                </FileButton>
                <Button variant="subtle" leftSection={<IconDownload size={16} />} onClick={() => save(new Blob([`\ufeff${head.join(",")}\n`], { type: "text/csv" }), "can-bo.csv")}>
                    {words.import_people.template}
                </Button>
            </div>
            <FormProblem problem={preview.error ?? bring.error} />
            {read && read.rows.length === 0 && <Empty title={words.errors["import.empty"]} />}
            {read && read.rows.length > 0 && (
                <>
                    <p role="status">
                        <strong className={read.wrong ? "meaning-overdue" : "meaning-done"}>{words.import_people.rows(read.rows.length, read.wrong)}</strong>{" "}
                        <span className="soft">{read.wrong ? words.import_people.mend : words.import_people.roles_wait}</span>
                    </p>
                    <div className="scrolls" style={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={words.import_people.title}>
                        <table className="list">
                            <thead>
                                <tr>
                                    <th scope="col">{words.import_people.line}</th>
                                    {columns.map((column) => (
                                        <th key={column} scope="col">
                                            {words.office.fields[column]}
                                        </th>
                                    ))}
                                </tr>
                            </thead>
                            <tbody>
                                {read.rows.map((row) => (
                                    <tr key={row.line}>
                                        <td className="fixed numbers soft">{row.line}</td>
                                        {columns.map((column) => (
                                            <Cell key={column} row={row} column={column} />
                                        ))}
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </div>
                    <Button mt="md" disabled={read.wrong > 0} loading={bring.isPending} onClick={() => bring.mutate(read.rows)}>
                        {words.import_people.act(read.rows.length)}
                    </Button>
                </>
            )}
        </>
    );
}

function Cell({ row, column }: { row: ImportRow; column: (typeof columns)[number] }) {
    const sentences = words.faults as Record<string, unknown>;
    const faults = row.faults.filter((fault) => fault.column === column).map(({ code }) => (typeof sentences[code] === "string" ? (sentences[code] as string) : code));
    return (
        <td>
            {row[column]}
            {faults.map((fault) => (
                <div key={fault} className="fault-cell">
                    {fault}
                </div>
            ))}
        </td>
    );
}

function save(content: Blob, name: string) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
