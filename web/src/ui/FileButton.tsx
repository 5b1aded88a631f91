import { Button, Progress, type ButtonProps } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useRef, type ReactNode } from "react";
import { words } from "../words/words.ts";
import type { Upload } from "./upload.ts";

export const acceptedFiles = ".pdf,.docx,.doc,.odt,.xlsx,.xls,.ods,.png,.jpg,.jpeg,.tif,.tiff";

export function FileButton({ onFiles, children, accept = acceptedFiles, many = true, ...rest }: ButtonProps & { onFiles: (files: File[]) => void; children?: ReactNode; accept?: string; many?: boolean }) {
    const input = useRef<HTMLInputElement>(null);
    return (
        <>
            <Button variant="default" leftSection={<IconPaperclip size={16} />} {...rest} onClick={() => input.current?.click()}>
                {children ?? words.files.choose}
            </Button>
            <input
                ref={input}
                type="file"
                hidden
                multiple={many}
                accept={accept}
                onChange={(event) => {
                    onFiles(Array.from(event.currentTarget.files ?? []));
                    event.currentTarget.value = "";
                }}
            />
        </>
    );
}

export function UploadProgress({ uploads }: { uploads: Upload[] }) {
    return uploads.map(({ name, share }) => (
        <div key={name} className="upload">
            <span className="soft">{words.files.uploading(name)}</span>
            <Progress value={share * 100} size="sm" aria-label={words.files.uploading(name)} />
        </div>
    ));
}
