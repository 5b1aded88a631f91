import { Checkbox } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { useGet } from "../api/queries.ts";
import type { Twin, TwinQuery } from "../api/types.ts";
import { words } from "../words/words.ts";
import type { Filling } from "./filling.ts";

// Looks for a document that is already in the book while this one is being typed.
export function useTwins({ issuer, origin_number, issued_on, issuer_agency, document_code }: Filling, arrival: string | undefined): Twin[] {
    const [asked, setAsked] = useState<TwinQuery>({ issuer: "", origin_number: "" });
    useEffect(() => {
        const timer = setTimeout(
            () =>
                setAsked({
                    issuer: issuer.trim(),
                    origin_number: origin_number.trim(),
                    issued_on,
                    issuer_agency: issuer_agency || null,
                    document_code: document_code || null,
                    arrival: arrival ?? null,
                }),
            300,
        );
        return () => clearTimeout(timer);
    }, [issuer, origin_number, issued_on, issuer_agency, document_code, arrival]);
    const enabled = asked.issuer !== "" && asked.origin_number !== "";
    return useGet("/api/incoming/twins", asked, { enabled }).data?.items ?? [];
}

interface Props {
    twin: Twin;
    insisted: boolean;
    onInsist: (insist: boolean) => void;
    loud: boolean;
}

export function TwinNotice({ twin, insisted, onInsist, loud }: Props) {
    const waits = twin.state === "arrived";
    return (
        <div className={`notice ${loud && !insisted ? "overdue" : "today"}`} role="alert">
            <strong>⚠ {waits ? words.incoming.twin_waits : words.incoming.twin_title(twin.arrival_number, twin.year)}</strong>
            <br />
            <Link to={waits ? `/incoming/register/${twin.id}` : `/incoming/${twin.id}`} target={waits ? undefined : "_blank"}>
                {waits ? words.incoming.twin_open : twin.origin_number}
            </Link>{" "}
            {waits && `${twin.origin_number} · `}
            {twin.issuer}: {twin.subject}
            <Checkbox mt={6} size="xs" label={words.incoming.twin_insist} checked={insisted} onChange={(event) => onInsist(event.currentTarget.checked)} />
        </div>
    );
}
