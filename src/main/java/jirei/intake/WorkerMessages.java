package jirei.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages between {@link IntakeProcess} and {@link IntakeWorker}: one line of JSON each. A {@link Setup} comes
 * first, then each {@link Request} is answered by replies up to {@link Kind#END}. Stateless.
 */
final class WorkerMessages {
    /** Start of a line with a message; every other line is output of a library and is ignored. */
    private static final String PREFIX = "jirei-intake:";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private WorkerMessages() {}

    /**
     * The settings of a worker.
     *
     * @param lexicon the folder of the lexicon
     * @param seconds maximum time for a document
     * @param stems the id prefixes that earlier workers of the same import have assigned
     */
    record Setup(String lexicon, long seconds, List<String> stems) {}

    /**
     * A file to be read.
     *
     * @param path its path
     * @param name its name for messages
     * @param from number of documents to skip, if the file is an archive; else 0
     */
    record Request(String path, String name, int from) {}

    /** The kind of a reply. */
    enum Kind {
        /** The worker has started. */
        READY,
        /** A document is being read. */
        BEGIN,
        /** The file of the request, announced by the last {@link #BEGIN}, is an archive. */
        ARCHIVE,
        /** A document was read. */
        READ,
        /** A document cannot be read. */
        UNREADABLE,
        /** The request is done. */
        END
    }

    /**
     * A reply of the worker.
     *
     * @param name the name of the document; else empty
     * @param problem the sentence of {@link Kind#UNREADABLE}; else empty
     * @param documents number of documents of {@link Kind#ARCHIVE}; else 0
     * @param stems the id prefixes that were assigned to the document
     * @param document the result of {@link Kind#READ}; else null
     */
    record Reply(
            Kind kind,
            String name,
            String problem,
            int documents,
            List<String> stems,
            @Nullable ReadDocument document) {
        static Reply of(Kind kind, String name) {
            return new Reply(kind, name, "", 0, List.of(), null);
        }
    }

    /** Returns {@code message} as a line that starts after anything a library has written without a line terminator. */
    static String line(Object message) {
        return "\n" + PREFIX + MAPPER.writeValueAsString(message) + "\n";
    }

    /** Returns the message in {@code line}; empty if it has none. */
    static <T> Optional<T> read(String line, Class<T> type) {
        return line.startsWith(PREFIX)
                ? Optional.of(MAPPER.readValue(line.substring(PREFIX.length()), type))
                : Optional.empty();
    }
}
