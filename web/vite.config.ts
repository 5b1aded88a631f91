import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

// What PDF.js loads while it draws: character maps, the standard fonts and its image decoders. The page asks for them
// under /pdfjs/ of our own server, never elsewhere.
const pdfjsFolders = ["cmaps", "standard_fonts", "wasm", "iccs"];

function servePdfjsParts(): Plugin {
    const root = join(import.meta.dirname, "node_modules/pdfjs-dist");
    return {
        name: "congso-pdfjs-parts",
        generateBundle() {
            for (const folder of pdfjsFolders)
                for (const file of readdirSync(join(root, folder)))
                    this.emitFile({
                        type: "asset",
                        fileName: `pdfjs/${folder}/${file}`,
                        source: readFileSync(join(root, folder, file)),
                    });
        },
        configureServer(server) {
            server.middlewares.use("/pdfjs", (request, response, next) => {
                const [, folder = "", file = ""] = (request.url ?? "").split(/[/?]/);
                if (!pdfjsFolders.includes(folder) || !readdirSync(join(root, folder)).includes(file)) return next();
                response.end(readFileSync(join(root, folder, file)));
            });
        },
    };
}

export default defineConfig({
    plugins: [react(), servePdfjsParts()],
    // The server puts a fresh value in the place of this word in every answer with index.html; Mantine's getStyleNonce
    // reads it from <meta property="csp-nonce">.
    html: { cspNonce: "CONGSO_STYLE_NONCE" },
    build: {
        target: "chrome109", // also Edge 109: the last ones on the old machines of an office
        cssTarget: "chrome109",
        assetsInlineLimit: 0, // the content security policy knows no data: address but for pictures
        reportCompressedSize: false,
        chunkSizeWarningLimit: 1000, // kB before compression; tools/check-page-size.mjs holds the promise of the first page
        modulePreload: { polyfill: false },
    },
    server: { port: 5173, proxy: { "/api": process.env.CONGSO_SERVER ?? "http://127.0.0.1:8080" } },
});
