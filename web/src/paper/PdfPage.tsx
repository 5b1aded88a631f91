import { useEffect, useRef, useState, type MouseEvent } from "react";
import type { ReadField } from "../api/types.ts";
import { words } from "../words/words.ts";
import type { PaperMarks } from "./Paper.tsx";
import { boxOnPage, pdfjs, type PDFDocumentProxy, type PDFPageProxy } from "./pdf.ts";

interface Props {
    pdf: PDFDocumentProxy;
    number: number;
    width: number;
    turn: number;
    boxes?: ReadField[];
    marks?: PaperMarks;
    onText?: (text: string, add: boolean) => void;
}

// One page, drawn when it comes near the window; its text lies over the picture, so that it can be marked, read aloud and clicked.
export function PdfPage({ pdf, number, width, turn, boxes, marks, onText }: Props) {
    const frame = useRef<HTMLDivElement>(null);
    const canvas = useRef<HTMLCanvasElement>(null);
    const text = useRef<HTMLDivElement>(null);
    const [page, setPage] = useState<PDFPageProxy>();
    const [near, setNear] = useState(number <= 2);

    useEffect(() => {
        let gone = false;
        void pdf.getPage(number).then((loaded) => !gone && setPage(loaded));
        return () => {
            gone = true;
        };
    }, [pdf, number]);

    useEffect(() => {
        if (near || !frame.current) return;
        const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), {
            rootMargin: "600px",
        });
        observer.observe(frame.current);
        return () => observer.disconnect();
    }, [near]);

    const natural = page?.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
    const scale = natural ? width / natural.width : 1;

    useEffect(() => {
        if (!page || !near || !canvas.current || !text.current) return;
        const viewport = page.getViewport({ scale, rotation: (page.rotate + turn) % 360 });
        const sharp = Math.min(window.devicePixelRatio || 1, 2);
        const target = canvas.current;
        target.width = Math.floor(viewport.width * sharp);
        target.height = Math.floor(viewport.height * sharp);
        const drawing = page.render({ canvas: target, viewport, transform: sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0] });
        drawing.promise.catch(() => {}); // cancelled: the size changed again
        const holder = text.current;
        holder.replaceChildren();
        const layer = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: holder, viewport } as ConstructorParameters<
            typeof pdfjs.TextLayer
        >[0]);
        layer.render().catch(() => {});
        return () => {
            drawing.cancel();
            layer.cancel();
        };
    }, [page, near, scale, turn]);

    const onMouseUp = (event: MouseEvent) => {
        const taken = marked() || wordAt(event.clientX, event.clientY);
        if (taken) onText?.(taken, event.ctrlKey || event.metaKey || event.shiftKey);
    };
    return (
        <div
            ref={frame}
            className="paper-page"
            style={{ width, height: natural ? natural.height * scale : width * 1.414 }}
            data-page={number}
        >
            <canvas ref={canvas} aria-hidden />
            {turn === 0 && natural &&
                boxes?.map((box) => (
                    <div
                        key={box.name}
                        className={`paper-box ${box.sure ? "sure" : ""}`}
                        style={boxOnPage(box, natural.width, natural.height)}
                        title={words.files.read_from_here((words.fields as Record<string, string>)[box.name] ?? box.name)}
                    />
                ))}
            {turn === 0 &&
                natural &&
                marks?.places.map((place, index) => <div key={index} className={`paper-mark ${marks.kind}`} style={boxOnPage(place, natural.width, natural.height)} />)}
            <div
                ref={text}
                className={`textLayer ${onText ? "clickable" : ""}`}
                style={{ "--scale-factor": scale, "--total-scale-factor": scale } as React.CSSProperties}
                onMouseUp={onText && onMouseUp}
            />
        </div>
    );
}

function marked(): string {
    const selection = getSelection();
    return selection && !selection.isCollapsed ? selection.toString().replace(/\s+/g, " ").trim() : "";
}

// The word under the pointer, without the punctuation at its ends: «817/KH-UBND», «28/4/2022».
function wordAt(x: number, y: number): string {
    const range = document.caretRangeFromPoint?.(x, y);
    const node = range?.startContainer;
    if (!range || node?.nodeType !== Node.TEXT_NODE || !node.parentElement?.closest(".textLayer")) return "";
    const content = node.textContent ?? "";
    const start = content.slice(0, range.startOffset).search(/\S+$/);
    const end = content.slice(range.startOffset).search(/\s|$/);
    return content
        .slice(start < 0 ? range.startOffset : start, range.startOffset + end)
        .replace(/^[«"'(,;:.]+|[»"'),;:.]+$/g, "")
        .trim();
}
