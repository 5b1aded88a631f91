import type { PDFDocumentProxy } from "pdfjs-dist";
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&url";
import { problemOf } from "../api/client.ts";

// PDF.js, with everything it asks for served by us and no code made from text.
pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

export { pdfjs };
export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

const wait = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, milliseconds);
        signal.addEventListener("abort", () => {
            clearTimeout(timer);
            reject(new DOMException("aborted", "AbortError"));
        });
    });

// Opens a PDF of ours. While the server still converts it (202) this asks again; `onWait` hears that.
export async function openPdf(url: string, signal: AbortSignal, onWait: () => void): Promise<PDFDocumentProxy> {
    for (let attempt = 0; ; attempt += 1) {
        const response = await fetch(url, { credentials: "same-origin", signal });
        if (response.status === 202) {
            onWait();
            await wait(Math.min(500 + attempt * 250, 3000), signal);
            continue;
        }
        if (!response.ok) throw await problemOf(response);
        const data = await response.arrayBuffer();
        return pdfjs.getDocument({
            data,
            isEvalSupported: false,
            cMapUrl: "/pdfjs/cmaps/",
            cMapPacked: true,
            standardFontDataUrl: "/pdfjs/standard_fonts/",
            wasmUrl: "/pdfjs/wasm/",
            iccUrl: "/pdfjs/iccs/",
        } as Parameters<typeof pdfjs.getDocument>[0]).promise;
    }
}

const millimetres = 72 / 25.4;

// A box in millimetres from the top left as shares of the page.
export function boxOnPage(box: { left: number; top: number; right: number; bottom: number }, width: number, height: number) {
    const percent = (value: number) => `${(value * 100).toFixed(3)}%`;
    return {
        left: percent((box.left * millimetres) / width),
        top: percent((box.top * millimetres) / height),
        width: percent(((box.right - box.left) * millimetres) / width),
        height: percent(((box.bottom - box.top) * millimetres) / height),
    };
}
