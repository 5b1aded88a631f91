import { Button } from "@mantine/core";
import { lazy, Suspense } from "react";
import { fileUrl } from "../api/client.ts";
import type { ReadField } from "../api/types.ts";
import { words } from "../words/words.ts";
import "./paper.css";

const PdfPaper = lazy(() => import("./PdfPaper.tsx"));

export interface PaperFile {
    id: string;
    name: string;
    media_type: string;
    preview_id?: string;
}

// Where something was taken out or added, in millimetres from the top left of its page.
export interface PaperMarks {
    kind: "removed" | "added";
    places: { page: number; left: number; top: number; right: number; bottom: number }[];
}

export interface PaperProps {
    boxes?: ReadField[];
    marks?: PaperMarks;
    onText?: (text: string, add: boolean) => void; // a word that was clicked, or words that were marked
}

// A file as paper: PDF as such, pictures as such, everything else as the PDF that the server makes of it.
export function Paper({ file, ...rest }: PaperProps & { file: PaperFile }) {
    if (file.media_type.startsWith("image/") && file.media_type !== "image/tiff")
        return (
            <div className="paper-view">
                <div className="paper-scroll scrolls" tabIndex={0} role="region" aria-label={words.files.paper}>
                    <img className="paper-page" src={fileUrl(file.id)} alt={file.name} />
                </div>
            </div>
        );
    const url = file.media_type === "application/pdf" ? fileUrl(file.id) : `/api/files/${file.id}/preview`;
    return (
        <Suspense fallback={<PaperWaits />}>
            <PdfPaper key={url} url={url} download={fileUrl(file.id, file.name, true)} {...rest} />
        </Suspense>
    );
}

// A PDF that is made when it is asked for.
export function PdfAt({ url, download }: { url: string; download: string }) {
    return (
        <Suspense fallback={<PaperWaits />}>
            <PdfPaper key={url} url={url} download={download} />
        </Suspense>
    );
}

export function PaperWaits({ text }: { text?: string }) {
    return (
        <div className="paper-view">
            <div className="paper-scroll" role="status">
                <div className="paper-page paper-blank">{text ?? words.frame.loading}</div>
            </div>
        </div>
    );
}

export function PaperFailed({ text, download }: { text: string; download: string }) {
    return (
        <div className="paper-view">
            <div className="paper-scroll">
                <div className="paper-page paper-blank" role="alert">
                    <p>{text}</p>
                    <Button component="a" href={download} variant="default" mt="md">
                        {words.verbs.download}
                    </Button>
                </div>
            </div>
        </div>
    );
}
