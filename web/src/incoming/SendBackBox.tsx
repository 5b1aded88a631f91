import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct } from "../api/queries.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { tell } from "../ui/notice.tsx";
import { faultOf, words } from "../words/words.ts";

// Back to the sender, with the reason that he will read.
export function SendBackBox({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
    const [reason, setReason] = useState("");
    const send = useAct("/api/incoming/{id}/return", () => {
        tell(words.incoming.done_act.return);
        onDone();
    });
    return (
        <ActBox
            title={words.incoming.send_back}
            act={words.incoming.send_back}
            problem={send.error}
            busy={send.isPending}
            off={!reason.trim()}
            onAct={() => send.mutate({ id, reason: reason.trim() })}
            onClose={onClose}
        >
            <Textarea
                data-autofocus
                label={words.incoming.send_back_reason}
                autosize
                minRows={3}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                error={faultOf(send.error, "reason")}
            />
        </ActBox>
    );
}
