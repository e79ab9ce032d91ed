package jirei.web.export;

import java.io.IOException;

/** Writes sections one after another. */
public interface SectionWriter {
    /**
     * Writes a section.
     *
     * @throws IOException if nobody takes it any more
     */
    void write(ExportedSection section) throws IOException;

    /**
     * Ends the file; the stream stays open.
     *
     * @param remark what must be known of the file, such as that it isn't whole; empty for nothing
     * @throws IOException if nobody takes it any more
     */
    void finish(String remark) throws IOException;
}
