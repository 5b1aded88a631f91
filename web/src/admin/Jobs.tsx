import { Button } from "@mantine/core";
import { queries, useAct, useGet } from "../api/queries.ts";
import type { FailedJob } from "../api/types.ts";
import { Table } from "../ui/list.tsx";
import { tell } from "../ui/notice.tsx";
import { Empty, Failed, FormProblem, Loading, PageHead } from "../ui/page.tsx";
import { clock, date, dayOf } from "../words/format.ts";
import { words } from "../words/words.ts";

// Work of the server that was given up after all its attempts; what goes well is nobody's business.
export function Jobs() {
    const { data, error, refetch } = useGet("/api/admin/jobs", {}, { staleTime: 0 });
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!data) return <Loading />;
    return (
        <>
            <PageHead title={words.admin.jobs} />
            <p className="soft">{words.admin.jobs_hint}</p>
            {data.items.length === 0 ? (
                <Empty title={words.admin.jobs_empty} />
            ) : (
                <Table heads={[words.admin.job, words.admin.job_since, words.admin.job_error]} acts={words.verbs.retry}>
                    {data.items.map((job) => (
                        <Row key={job.id} job={job} />
                    ))}
                </Table>
            )}
        </>
    );
}

function Row({ job }: { job: FailedJob }) {
    const retry = useAct("/api/admin/jobs/{id}/retry", () => {
        tell(words.admin.job_retried);
        void queries.invalidateQueries({ queryKey: ["/api/admin/jobs"] });
    });
    return (
        <tr>
            <td>
                <strong>{words.job_kind[job.kind] ?? job.kind}</strong>
            </td>
            <td>
                {date(dayOf(job.created_at))} {clock(job.created_at)}
                <div className="soft">{words.admin.job_attempts(job.attempts)}</div>
            </td>
            <td style={{ overflowWrap: "anywhere" }}>
                {job.error}
                <FormProblem problem={retry.error} />
            </td>
            <td>
                <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate({ id: job.id })}>
                    {words.verbs.retry}
                </Button>
            </td>
        </tr>
    );
}
