package jirei.intake.ocr;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which pages are read by OCR. Immutable. */
public enum OcrMode {
    /** None. */
    OFF,
    /** Pages with a picture that have no text, or nothing but a stamp. */
    AUTO,
    /** Every page that is mostly a picture, also if it has text. */
    ALL;

    /** Returns the name on the command line, as in auto. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the mode with the name {@code id} on the command line; empty for any other text. */
    public static Optional<OcrMode> named(String id) {
        return Stream.of(values()).filter(mode -> mode.id().equals(id)).findFirst();
    }
}
