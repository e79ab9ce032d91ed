package jirei.intake.ocr;

/** Thrown if a page cannot be read by OCR; the message is the reason in Japanese, as in 120秒で終わらない. Immutable. */
public final class OcrException extends Exception {
    private static final long serialVersionUID = 1L;

    OcrException(String reason) {
        super(reason);
    }
}
