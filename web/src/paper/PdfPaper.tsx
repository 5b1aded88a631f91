import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowAutofitWidth, IconChevronLeft, IconChevronRight, IconDownload, IconRotateClockwise, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Problem } from "../api/client.ts";
import { words } from "../words/words.ts";
import { PaperFailed, PaperWaits, type PaperProps } from "./Paper.tsx";
import { openPdf, type PDFDocumentProxy } from "./pdf.ts";
import { PdfPage } from "./PdfPage.tsx";

export default function PdfPaper({ url, download, boxes, marks, onText }: PaperProps & { url: string; download: string }) {
    const [pdf, setPdf] = useState<PDFDocumentProxy>();
    const [converting, setConverting] = useState(false);
    const [failed, setFailed] = useState<string>();
    const [width, setWidth] = useState(0);
    const [zoom, setZoom] = useState(1);
    const [turn, setTurn] = useState(0);
    const [page, setPage] = useState(1);
    const scroll = useRef<HTMLDivElement>(null);

    useEffect(() => {
        const stop = new AbortController();
        let opened: PDFDocumentProxy | undefined;
        openPdf(url, stop.signal, () => setConverting(true)).then(
            (document) => {
                opened = document;
                if (stop.signal.aborted) void document.loadingTask.destroy();
                else setPdf(document);
            },
            (error: unknown) => {
                if (stop.signal.aborted) return;
                setFailed(error instanceof Problem ? words.files.no_preview : words.files.broken);
            },
        );
        return () => {
            stop.abort();
            void opened?.loadingTask.destroy();
        };
    }, [url]);

    // The paper fills the width there is; it follows the window, not the zoom of a moment ago.
    useEffect(() => {
        const box = scroll.current;
        if (!box) return;
        const measure = () => setWidth(Math.max(200, Math.min(box.clientWidth - 24, 1100)));
        measure();
        const observer = new ResizeObserver(measure);
        observer.observe(box);
        return () => observer.disconnect();
    }, [pdf]);

    if (failed) return <PaperFailed text={failed} download={download} />;
    if (!pdf) return <PaperWaits text={converting ? words.files.converting : undefined} />;

    const go = (to: number) => {
        const target = Math.max(1, Math.min(pdf.numPages, to));
        scroll.current?.children[target - 1]?.scrollIntoView({ block: "start" });
        setPage(target);
    };
    const onScroll = () => {
        const box = scroll.current;
        if (!box) return;
        const middle = box.scrollTop + box.clientHeight / 2;
        const at = Array.from(box.children).findIndex((child) => {
            const { offsetTop, offsetHeight } = child as HTMLElement;
            return offsetTop - box.offsetTop + offsetHeight >= middle;
        });
        if (at >= 0) setPage(at + 1);
    };
    return (
        <div className="paper-view">
            <div className="paper-bar no-print" role="toolbar" aria-label={words.files.paper}>
                <Tool label={words.files.previous_page} off={page <= 1} run={() => go(page - 1)}>
                    <IconChevronLeft size={18} />
                </Tool>
                <span className="numbers" aria-live="polite">
                    <span className="hidden">{words.files.page} </span>
                    {page}/{pdf.numPages}
                </span>
                <Tool label={words.files.next_page} off={page >= pdf.numPages} run={() => go(page + 1)}>
                    <IconChevronRight size={18} />
                </Tool>
                <span className="paper-gap" />
                <Tool label={words.files.zoom_out} off={zoom <= 0.5} run={() => setZoom(zoom / 1.2)}>
                    <IconZoomOut size={18} />
                </Tool>
                <span className="numbers paper-zoom">{Math.round(zoom * 100)}%</span>
                <Tool label={words.files.zoom_in} off={zoom >= 3} run={() => setZoom(zoom * 1.2)}>
                    <IconZoomIn size={18} />
                </Tool>
                <Tool label={words.files.fit} run={() => setZoom(1)}>
                    <IconArrowAutofitWidth size={18} />
                </Tool>
                <Tool label={words.files.rotate} run={() => setTurn((turn + 90) % 360)}>
                    <IconRotateClockwise size={18} />
                </Tool>
                <Tooltip label={words.verbs.download}>
                    <ActionIcon component="a" href={download} variant="subtle" color="gray" aria-label={words.verbs.download}>
                        <IconDownload size={18} />
                    </ActionIcon>
                </Tooltip>
            </div>
            <div className="paper-scroll scrolls" ref={scroll} onScroll={onScroll} tabIndex={0} role="region" aria-label={words.files.paper}>
                {width > 0 &&
                    Array.from({ length: pdf.numPages }, (_, index) => (
                        <PdfPage
                            key={index}
                            pdf={pdf}
                            number={index + 1}
                            width={width * zoom}
                            turn={turn}
                            boxes={boxes?.filter((box) => box.page === index + 1)}
                            marks={marks && { ...marks, places: marks.places.filter((place) => place.page === index + 1) }}
                            onText={onText}
                        />
                    ))}
            </div>
        </div>
    );
}

function Tool({ label, run, off, children }: { label: string; run: () => void; off?: boolean; children: ReactNode }) {
    return (
        <Tooltip label={label}>
            <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={off} onClick={run}>
                {children}
            </ActionIcon>
        </Tooltip>
    );
}
