import { Button, Modal, Textarea } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useAct } from "../api/queries.ts";
import { tell } from "../ui/notice.tsx";
import { FormProblem } from "../ui/page.tsx";
import { faultOf, words } from "../words/words.ts";

// Back to the sender, with the reason that he will read.
export function SendBackBox({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
    const [reason, setReason] = useState("");
    const send = useAct("/api/incoming/{id}/return", () => {
        tell(words.incoming.done_act.return);
        onDone();
    });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        event.stopPropagation();
        send.mutate({ id, reason });
    };
    return (
        <Modal opened onClose={onClose} title={words.incoming.send_back}>
            <form className="stack wide" onSubmit={onSubmit}>
                <FormProblem problem={send.error} />
                <Textarea
                    label={words.incoming.send_back_reason}
                    data-autofocus
                    autosize
                    minRows={3}
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value)}
                    error={faultOf(send.error, "reason")}
                />
                <div className="row">
                    <Button type="submit" loading={send.isPending} disabled={!reason.trim()}>
                        {words.incoming.send_back}
                    </Button>
                    <Button variant="subtle" color="gray" onClick={onClose}>
                        {words.verbs.cancel}
                    </Button>
                </div>
            </form>
        </Modal>
    );
}
