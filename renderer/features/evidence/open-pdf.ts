// Opens a PDF of the vault with a reader that draws and reads it, and runs nothing that is in it.
import {
  getDocument,
  GlobalWorkerOptions,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentLoadingTask,
  VerbosityLevel,
} from 'pdfjs-dist';
import { fileUrl } from '../../api/files.ts';

/** Largest picture in a PDF that is drawn, in pixels. */
const largestImage = 64_000_000;

const addressOf = (path: string) => new URL(path, document.baseURI).href;

/** Starts to read a PDF; only the parts that are looked at are fetched. `destroy` ends it. */
export function openPdf(sha256: string): PDFDocumentLoadingTask {
  GlobalWorkerOptions.workerSrc = addressOf('pdf/pdf.worker.min.mjs');
  return getDocument({
    url: addressOf(fileUrl(sha256)),
    cMapUrl: addressOf('pdf/maps/'),
    cMapPacked: true,
    standardFontDataUrl: addressOf('pdf/fonts/'),
    wasmUrl: addressOf('pdf/decoders/'),
    // The page's policy allows no WebAssembly, and forms that bring their own scripts stay closed.
    useWasm: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: largestImage,
    verbosity: VerbosityLevel.ERRORS,
  });
}

/** Why a PDF was not opened. */
export function whyNotOpened(error: unknown): 'locked' | 'damaged' | 'unread' {
  if (error instanceof PasswordException) return 'locked';
  return error instanceof InvalidPDFException ? 'damaged' : 'unread';
}
