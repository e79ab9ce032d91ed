package jirei.web.export;

import java.io.IOException;

/** Writes sections one by one. Not thread-safe. */
public interface SectionWriter {
    /**
     * Writes a section.
     *
     * @throws IOException if writing fails
     */
    void write(ExportedSection section) throws IOException;

    /**
     * Ends the file and flushes the stream, which stays open.
     *
     * @param remark a message about the file, for example that it is incomplete; empty for none
     * @throws IOException if writing fails
     */
    void finish(String remark) throws IOException;
}
